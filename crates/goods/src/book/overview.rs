//! For those who watch over a place: how whole each producer's lots are told of, how long nothing was logged, what was
//! taken back, and what inspections found.

use std::collections::HashMap;

use askama::Template;
use ground::actor::ProducerId;
use ground::{Day, Instant, Result};
use register::{producer, reach};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{FromQueryResult, QuerySelect};
use serde::Serialize;
use web::parts::Tag;
use web::table::Column;
use web::{Answer, Frame, Here};

use super::href;
use crate::entry::{Entries, EntryColumn, withdrawal};
use crate::page::{self, legal};
use crate::sheet::Sheet;
use crate::{inspection, lot};

/// Most producers shown.
const SHOWN: u64 = 200;
/// Newest lots of a producer that are looked at.
const LOTS: u64 = 20;
/// Days without an entry from which a book counts as stale.
const STALE: i64 = 30;

/// The columns, by the keys of their labels; the same in every form of the table.
const COLUMNS: [&str; 7] = [
    "goods-partner-called",
    "overview-lots",
    "overview-whole",
    "overview-missing",
    "overview-last",
    "overview-withdrawn",
    "overview-findings",
];

/// A producer of the table.
#[derive(Serialize)]
struct Row {
    href: String,
    name: String,
    lots: usize,
    whole: String,
    missing: String,
    last: String,
    stale: Option<Tag>,
    withdrawn: i64,
    findings: i64,
}

/// The table.
#[derive(Template, Serialize)]
#[template(path = "book/overview.html")]
struct OverviewPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    columns: Vec<Column>,
    rows: Vec<Row>,
}

#[derive(FromQueryResult)]
struct Last {
    producer_id: ProducerId,
    last: i64,
}

#[derive(FromQueryResult)]
struct Count {
    producer_id: ProducerId,
    count: i64,
}

/// `GET /goods/overview`.
pub(super) async fn show(here: Here) -> Answer {
    let rows = rows(&here).await?;
    let number = |label: &str| !["goods-partner-called", "overview-missing"].contains(&label);
    let column = |label: &str| Column { label: here.t(label), href: None, sort: None, number: number(label) };
    let columns = COLUMNS.iter().map(|label| column(label)).collect();
    here.show(&OverviewPage { frame: here.frame(), columns, rows })
}

/// `GET /goods/overview.csv`.
pub(super) async fn as_csv(here: Here) -> Answer {
    file(&here, Sheet::Csv).await
}

/// `GET /goods/overview.xlsx`.
pub(super) async fn as_xlsx(here: Here) -> Answer {
    file(&here, Sheet::Xlsx).await
}

async fn file(here: &Here, sheet: Sheet) -> Answer {
    let cells = |row: Row| {
        let (lots, withdrawn) = (row.lots.to_string(), row.withdrawn.to_string());
        vec![row.name, lots, row.whole, row.missing, row.last, withdrawn, row.findings.to_string()]
    };
    sheet.file(here, "tong-quan", &COLUMNS, rows(here).await?.into_iter().map(cells).collect())
}

async fn rows(here: &Here) -> Result<Vec<Row>> {
    if here.actor.user.is_none() {
        return Err(ground::Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in"));
    }
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let reach = reach(&reader, &here.actor, today).await?;
    let producers = producer::in_reach(&reader, &reach, SHOWN).await?;
    let ids: Vec<ProducerId> = producers.iter().map(|producer| producer.id).collect();
    let last = last_entries(here, &ids).await?;
    let (withdrawn, findings) = (withdrawn(here, &ids).await?, findings(here, &ids).await?);
    let mut rows = Vec::new();
    for producer in producers {
        let Some(last) = last.get(&producer.id) else { continue };
        let cards = page::of_producer(&reader, producer.id, LOTS).await?;
        let count = |of: &HashMap<ProducerId, i64>| of.get(&producer.id).copied().unwrap_or(0);
        rows.push(Row {
            href: href(producer.id),
            lots: cards.len(),
            whole: whole(&cards),
            missing: most_missing(here, &cards),
            last: last.day().people(),
            stale: stale(here, last.day(), today),
            withdrawn: count(&withdrawn),
            findings: count(&findings),
            name: producer.name,
        });
    }
    Ok(rows)
}

// The share of the ten items that is there, over the newest lots.
fn whole(cards: &[page::Card]) -> String {
    let all = cards.len() * legal::Item::ALL.len();
    let missing: usize = cards.iter().map(|card| legal::missing(card).len()).sum();
    let share = ((all - missing) * 100).checked_div(all);
    share.map(|share| format!("{share}\u{a0}%")).unwrap_or_default()
}

fn most_missing(here: &Here, cards: &[page::Card]) -> String {
    let mut counts: HashMap<legal::Item, usize> = HashMap::new();
    for item in cards.iter().flat_map(legal::missing) {
        *counts.entry(item).or_insert(0) += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let names = counts.iter().take(3).map(|(item, _)| here.t(&format!("legal-{item}")));
    names.collect::<Vec<_>>().join(", ")
}

fn stale(here: &Here, last: Day, today: Day) -> Option<Tag> {
    let days = last.days_until(today);
    (days > STALE).then(|| {
        let text = here.app.words.text(here.lang, "overview-stale", &[("days", days.to_string())]);
        Tag::new("late", "clock-alert", text)
    })
}

async fn last_entries(here: &Here, ids: &[ProducerId]) -> Result<HashMap<ProducerId, Instant>> {
    let rows: Vec<Last> = Entries::find()
        .select_only()
        .column(EntryColumn::ProducerId)
        .column_as(EntryColumn::HappenedAt.max(), "last")
        .filter(EntryColumn::ProducerId.is_in(ids.iter().copied()))
        .group_by(EntryColumn::ProducerId)
        .into_model()
        .all(&here.reader())
        .await?;
    Ok(rows.into_iter().map(|row| (row.producer_id, Instant::from_micros(row.last))).collect())
}

async fn withdrawn(here: &Here, ids: &[ProducerId]) -> Result<HashMap<ProducerId, i64>> {
    let taken_back = Query::select().column(withdrawal::Column::EntryId).from(withdrawal::Entity).to_owned();
    let rows: Vec<Count> = Entries::find()
        .select_only()
        .column(EntryColumn::ProducerId)
        .column_as(EntryColumn::Id.count(), "count")
        .filter(EntryColumn::ProducerId.is_in(ids.iter().copied()))
        .filter(EntryColumn::Id.in_subquery(taken_back))
        .group_by(EntryColumn::ProducerId)
        .into_model()
        .all(&here.reader())
        .await?;
    Ok(rows.into_iter().map(|row| (row.producer_id, row.count)).collect())
}

async fn findings(here: &Here, ids: &[ProducerId]) -> Result<HashMap<ProducerId, i64>> {
    let found = Query::select()
        .column(inspection::Column::LotId)
        .from(inspection::Entity)
        .and_where(Expr::col(inspection::Column::Finding).is_not_null())
        .and_where(Expr::col(inspection::Column::LotId).is_not_null())
        .to_owned();
    let rows: Vec<Count> = lot::Entity::find()
        .select_only()
        .column(lot::Column::ProducerId)
        .column_as(lot::Column::Id.count(), "count")
        .filter(lot::Column::ProducerId.is_in(ids.iter().copied()))
        .filter(lot::Column::Id.in_subquery(found))
        .group_by(lot::Column::ProducerId)
        .into_model()
        .all(&here.reader())
        .await?;
    Ok(rows.into_iter().map(|row| (row.producer_id, row.count)).collect())
}
