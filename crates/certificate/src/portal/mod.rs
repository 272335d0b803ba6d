//! The public pages: front page, recognised products and their producers, the lookup of a code, open data.
//!
//! They are built of the verdicts and of what the register says may be public, nothing else. A product is shown as an
//! OCOP product only while its certificate holds.

mod data;
mod good;
mod home;
mod lookup;
mod producer;
mod producers;
mod product;
mod products;
mod sitemap;
mod text;

use axum::routing::get;
use web::App;

pub(crate) fn routes() -> axum::Router<App> {
    axum::Router::new()
        .route("/", get(home::show))
        .route("/products", get(products::show))
        .route("/products/{id}", get(product::show))
        .route("/producers", get(producers::show))
        .route("/producers/{id}", get(producer::show))
        .route("/lookup", get(lookup::show))
        .route("/help", get(text::help))
        .route("/accessibility", get(text::accessibility))
        .route("/report", get(text::report))
        .route("/data", get(data::show))
        .route("/data/products.csv", get(data::csv))
        .route("/sitemap.xml", get(sitemap::show))
        .route("/robots.txt", get(sitemap::robots))
}
