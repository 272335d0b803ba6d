//! A lot's page for those who work with it: what was logged, how much there is, what everybody sees.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Refusal, Result};
use people::consent::framed;
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use serde::Serialize;
use web::{Answer, Frame, Here};

use super::{Lot, LotId, label_link};
use crate::book::Book;
use crate::entry::{self, EntryRow, entry_rows, line, stock, unit_name};
use crate::item::{self, TradeItem};
use crate::link::page_href;

/// Entries shown.
const ENTRIES: u64 = 50;

/// A lot's page.
#[derive(Template, Serialize)]
#[template(path = "lot/show.html")]
pub(super) struct LotPage {
    #[serde(skip)]
    frame: Frame,
    title: String,
    name: String,
    producer: String,
    #[serde(skip)]
    book_href: String,
    facts: Vec<(String, String)>,
    entries: Vec<EntryRow>,
    public_href: String,
    recall_href: Option<String>,
    #[serde(skip)]
    may_print: bool,
    #[serde(skip)]
    href: String,
}

/// A lot that the actor may see in a producer's logbook: one of its own, or one it has had.
///
/// # Errors
/// There is none, or the actor may not know of it: both look the same.
pub(super) async fn visible(here: &Here, producer: ProducerId, id: LotId) -> Result<(Book, Lot, TradeItem)> {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let reader = here.reader();
    let lot = super::load(&reader, id).await?;
    if lot.producer_id != producer && stock::of_lots(&reader, producer, &[id]).await?.is_empty() {
        return Err(Refusal::not_found());
    }
    let item = item::load(&reader, lot.trade_item_id).await?;
    Ok((book, lot, item))
}

/// `GET /goods/{producer}/lots/{lot}`.
pub(super) async fn show(here: Here, Path((producer, id)): Path<(ProducerId, LotId)>) -> Answer {
    let (book, lot, item) = visible(&here, producer, id).await?;
    let reader = here.reader();
    let of_lot = line::Entity::find()
        .select_only()
        .column(line::Column::EntryId)
        .filter(line::Column::LotId.eq(id))
        .into_tuple::<entry::EntryId>();
    let ids: Vec<entry::EntryId> = of_lot.all(&reader).await?;
    let rows = entry::of_producer_among(&reader, producer, &ids, ENTRIES).await?;
    let left = stock::of_lots(&reader, producer, &[id]).await?.remove(&id);
    let day = |day: Option<ground::Day>| day.map_or_else(|| here.t("goods-not-logged"), ground::Day::people);
    let mut facts = vec![
        (here.t("goods-item"), item.name.clone()),
        (here.t("goods-lot-number"), lot.code.to_string()),
        (here.t("goods-made-on"), day(lot.made_on)),
        (here.t("goods-expires-on"), day(lot.expires_on)),
    ];
    if let Some(left) = left {
        let quantity = left.left().map_or_else(|| "0".to_owned(), |quantity| quantity.to_string());
        facts.push((here.t("goods-left"), format!("{quantity}\u{a0}{}", unit_name(&here, left.unit))));
    }
    facts.push((here.t("goods-link"), label_link(&here.ground().config.public_url, &item, &lot.code)));
    let values = [("item", item.name.clone()), ("lot", lot.code.to_string())];
    here.show(&LotPage {
        title: here.app.words.text(here.lang, "goods-lot-of", &values),
        name: item.name,
        producer: book.producer.name.clone(),
        book_href: book.href(),
        facts,
        entries: entry_rows(&here, &rows).await?,
        recall_href: (lot.producer_id == producer && here.may("drill-recall", &book.resource))
            .then(|| format!("{}/recall", super::href(producer, id))),
        may_print: lot.producer_id == producer && here.may("print-labels", &book.resource),
        href: super::href(producer, id),
        public_href: page_href(&item.code, Some(&lot.code), None),
        frame: framed(&here, producer),
    })
}
