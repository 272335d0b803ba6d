//! The sites of a producer.

use askama::Template;
use axum::extract::Path;
use ground::actor::{PlaceId, ProducerId};
use people::consent::behalf;
use register::place;
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
    let sites = of_producer(&reader, producer).await?;
    let ids: Vec<PlaceId> = sites.iter().map(|site| site.place_id).collect();
    let places = place::full_names(&reader, &ids, here.lang).await?;
    let row = |site: super::Site| SiteRow {
        href: format!("{}/sites/{}", book.href(), site.id),
        name: site.name,
        place: places.get(&site.place_id).cloned().unwrap_or_default(),
    };
    let sites = sites.into_iter().map(row).collect();
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
