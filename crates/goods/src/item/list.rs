//! The goods of a producer.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use people::consent::framed;
use serde::Serialize;
use web::{Answer, Frame, Here};

use super::of_producer;
use crate::book::Book;

#[derive(Serialize)]
struct ItemRow {
    href: String,
    name: String,
    code: String,
    is_product: bool,
}

/// The list.
#[derive(Template, Serialize)]
#[template(path = "item/list.html")]
struct ItemsPage {
    #[serde(skip)]
    frame: Frame,
    producer: String,
    #[serde(skip)]
    book_href: String,
    items: Vec<ItemRow>,
}

/// `GET /goods/{producer}/items`.
pub(super) async fn show(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let items = of_producer(&here.reader(), producer).await?;
    let row = |item: super::TradeItem| ItemRow {
        href: format!("{}/items/{}", book.href(), item.id),
        code: item.gtin.map_or_else(|| item.code.to_string(), |gtin| format!("GTIN {gtin}")),
        is_product: item.product_id.is_some(),
        name: item.name,
    };
    let items = items.into_iter().map(row).collect();
    let frame = framed(&here, producer);
    here.show(&ItemsPage { producer: book.producer.name.clone(), book_href: book.href(), items, frame })
}
