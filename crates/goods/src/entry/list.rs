//! The logbook: what can be logged, what was logged last, what there is.

use askama::Template;
use axum::extract::{Path, Query};
use ground::actor::ProducerId;
use ground::{Instant, Result};
use people::consent::framed;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use web::{Answer, Frame, Here};

use super::line_of::Lines;
use super::store::{Column, Entity, withdrawals_of};
use super::{Entry, EntryKind, stock};
use crate::book::Book;
use crate::entry::form::unit_name;
use crate::{item, lot};

/// Entries of a page.
const PAGE: u64 = 30;

/// A way to log.
#[derive(Serialize)]
struct Way {
    href: String,
    kind: EntryKind,
    icon: &'static str,
    label: String,
}

/// An entry of the list.
#[derive(Serialize)]
pub(crate) struct EntryRow {
    pub(crate) href: String,
    pub(crate) like_href: String,
    pub(crate) icon: &'static str,
    pub(crate) title: String,
    pub(crate) detail: String,
    pub(crate) when: String,
    pub(crate) is_withdrawn: bool,
}

/// A lot that there is something of.
#[derive(Serialize)]
struct LotRow {
    href: String,
    name: String,
    left: String,
}

/// The logbook.
#[derive(Template, Serialize)]
#[template(path = "entry/list.html")]
pub(super) struct LogbookPage {
    #[serde(skip)]
    frame: Frame,
    producer: String,
    #[serde(skip)]
    ways: Vec<Way>,
    entries: Vec<EntryRow>,
    lots: Vec<LotRow>,
    older_href: Option<String>,
    #[serde(skip)]
    may_log: bool,
    #[serde(skip)]
    href: String,
}

/// Where a page of the list begins.
#[derive(Deserialize)]
pub(super) struct From {
    before: Option<i64>,
}

/// `GET /goods/{producer}`.
pub(super) async fn show(
    here: Here,
    Path(producer): Path<ProducerId>,
    Query(From { before }): Query<From>,
) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let mut rows = Entity::find().filter(Column::ProducerId.eq(producer));
    if let Some(before) = before {
        rows = rows.filter(Column::HappenedAt.lt(Instant::from_micros(before)));
    }
    let rows = rows.order_by_desc(Column::HappenedAt).order_by_desc(Column::Id).limit(PAGE + 1);
    let mut rows = rows.all(&here.reader()).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    rows.truncate(page);
    let older = rows.last().filter(|_| more);
    let older_href = older.map(|last| format!("{}?before={}", book.href(), last.happened_at.micros()));
    let may_log = here.may("log-entry", &book.resource);
    let way = |kind: EntryKind| Way {
        href: format!("{}/log/{kind}", book.href()),
        icon: icon_of(kind),
        label: here.t(&format!("goods-log-{kind}")),
        kind,
    };
    here.show(&LogbookPage {
        producer: book.producer.name.clone(),
        ways: EntryKind::ALL.iter().filter(|_| may_log).map(|kind| way(*kind)).collect(),
        entries: entry_rows(&here, &rows).await?,
        lots: lots(&here, &book).await?,
        older_href,
        may_log,
        href: book.href(),
        frame: framed(&here, producer),
    })
}

/// The glyph of a kind.
pub(crate) const fn icon_of(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Buy => "arrow-down-to-line",
        EntryKind::Harvest => "wheat",
        EntryKind::Process => "factory",
        EntryKind::Pack => "package",
        EntryKind::Ship => "truck",
        EntryKind::Receive => "package-check",
        EntryKind::Sell => "store",
        EntryKind::Destroy => "trash-2",
    }
}

/// Entries as lists show them.
///
/// # Errors
/// The records are away.
pub(crate) async fn entry_rows(here: &Here, entries: &[Entry]) -> Result<Vec<EntryRow>> {
    let reader = here.reader();
    let ids: Vec<_> = entries.iter().map(|entry| entry.id).collect();
    let lines = Lines::of(&reader, &ids).await?;
    let withdrawn = withdrawals_of(&reader, &ids).await?;
    let row = |entry: &Entry| EntryRow {
        href: format!("{}/entries/{}", crate::book::href(entry.producer_id), entry.id),
        like_href: format!("{}/log/{}?like={}", crate::book::href(entry.producer_id), entry.kind, entry.id),
        icon: icon_of(entry.kind),
        title: here.t(&format!("goods-kind-{}", entry.kind)),
        detail: lines.told(here, entry.id),
        when: moment(entry.happened_at),
        is_withdrawn: withdrawn.contains_key(&entry.id),
    };
    Ok(entries.iter().map(row).collect())
}

/// Day and time as people read them.
pub(crate) fn moment(at: Instant) -> String {
    let local = at.in_vietnam();
    format!("{} · {}:{:02}", at.day().people(), local.hour(), local.minute())
}

async fn lots(here: &Here, book: &Book) -> Result<Vec<LotRow>> {
    let reader = here.reader();
    let stock = stock::at_hand(&reader, book.producer.id).await?;
    let lots = lot::load_all(&reader, &stock.iter().map(|row| row.lot_id).collect::<Vec<_>>()).await?;
    let of: Vec<_> = lots.values().map(|lot| lot.trade_item_id).collect();
    let items = item::load_all(&reader, &of).await?;
    let row = |row: &stock::Model| {
        let lot = lots.get(&row.lot_id)?;
        let item = items.get(&lot.trade_item_id)?;
        Some(LotRow {
            href: lot::href(book.producer.id, lot.id),
            name: here.app.words.text(
                here.lang,
                "goods-lot-of",
                &[("item", item.name.clone()), ("lot", lot.code.to_string())],
            ),
            left: format!("{}\u{a0}{}", row.left()?, unit_name(here, row.unit)),
        })
    };
    Ok(stock.iter().filter_map(row).collect())
}
