//! The partners of a producer.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use people::consent::framed;
use serde::Serialize;
use web::{Answer, Frame, Here};

use super::of_producer;
use crate::book::Book;

#[derive(Serialize)]
struct PartnerRow {
    href: String,
    name: String,
    contact: String,
}

/// The list.
#[derive(Template, Serialize)]
#[template(path = "partner/list.html")]
struct PartnersPage {
    #[serde(skip)]
    frame: Frame,
    producer: String,
    #[serde(skip)]
    book_href: String,
    partners: Vec<PartnerRow>,
}

/// `GET /goods/{producer}/partners`.
pub(super) async fn show(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let partners = of_producer(&here.reader(), producer).await?;
    let row = |partner: super::Partner| PartnerRow {
        href: format!("{}/partners/{}", book.href(), partner.id),
        contact: [partner.phone, partner.email].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        name: partner.name,
    };
    let partners = partners.into_iter().map(row).collect();
    let frame = framed(&here, producer);
    here.show(&PartnersPage { producer: book.producer.name.clone(), book_href: book.href(), partners, frame })
}
