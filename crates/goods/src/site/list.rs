//! The sites of a producer.

use askama::Template;
use axum::extract::Path;
use certificate::near;
use ground::actor::ProducerId;
use people::consent::behalf;
use serde::Serialize;
use web::{Answer, Frame, Here};

use super::of_producer;
use crate::book::Book;

#[derive(Serialize)]
struct SiteRow {
    href: String,
    name: String,
    place: String,
}

/// The list.
#[derive(Template, Serialize)]
#[template(path = "site/list.html")]
struct SitesPage {
    #[serde(skip)]
    frame: Frame,
    producer: String,
    #[serde(skip)]
    book_href: String,
    sites: Vec<SiteRow>,
    may_keep: bool,
}

/// `GET /goods/{producer}/sites`.
pub(super) async fn show(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let reader = here.reader();
    let mut sites = Vec::new();
    for site in of_producer(&reader, producer).await? {
        let lies = near::place(&reader, site.place_id, here.ground().clock.today()).await?.now;
        sites.push(SiteRow {
            href: format!("{}/sites/{}", book.href(), site.id),
            name: site.name,
            place: lies.of(here.lang).to_owned(),
        });
    }
    let mut frame = here.frame();
    frame.behalf = behalf(&here, producer);
    here.show(&SitesPage {
        producer: book.producer.name.clone(),
        book_href: book.href(),
        sites,
        may_keep: here.may("keep-logbook", &book.resource),
        frame,
    })
}
