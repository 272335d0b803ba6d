//! `GET /sitemap.xml` and `GET /robots.txt`.

use std::collections::HashSet;
use std::fmt::Write;

use axum::http::header;
use axum::response::IntoResponse;
use web::{Answer, Here};

use crate::verdict::recognised;

/// Most products in the map; the protocol allows 50,000 addresses in a file, and each product may bring a producer.
const PRODUCTS: u64 = 24_000;
/// The public pages that are always there.
const FIXED: [&str; 7] = ["/", "/products", "/producers", "/lookup", "/help", "/accessibility", "/data"];
/// What is for those who work here, or different every second.
const NOT_FOR_ROBOTS: [&str; 9] = [
    "/c/",
    "/sign-in",
    "/inbox",
    "/me",
    "/accounts",
    "/register/",
    "/dossiers",
    "/councils",
    "/certificates",
];

pub(super) async fn show(here: Here) -> Answer {
    let base = here.ground().config.public_url.trim_end_matches('/').to_owned();
    let keys = recognised::keys(&here.reader(), here.ground().clock.today(), PRODUCTS).await?;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let mut add = |path: String| {
        // Writing to a string does not fail.
        let _ = writeln!(xml, "<url><loc>{base}{path}</loc></url>");
    };
    FIXED.iter().for_each(|path| add((*path).to_owned()));
    let mut producers = HashSet::new();
    for (product, producer) in keys {
        add(format!("/products/{product}"));
        if producers.insert(producer) {
            add(format!("/producers/{producer}"));
        }
    }
    xml.push_str("</urlset>\n");
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}

pub(super) async fn robots(here: Here) -> Answer {
    let base = here.ground().config.public_url.trim_end_matches('/').to_owned();
    let closed: String = NOT_FOR_ROBOTS.iter().map(|path| format!("Disallow: {path}\n")).collect();
    let text = format!("User-agent: *\n{closed}Sitemap: {base}/sitemap.xml\n");
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}
