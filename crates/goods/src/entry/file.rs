//! The logbook as a file to keep: a row for each lot of each entry, the newest first.

use std::collections::HashMap;

use axum::extract::Path;
use ground::Result;
use ground::actor::ProducerId;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use web::{Answer, Here};

use super::line_of::{LineCells, Lines};
use super::list::moment;
use super::store::{Column, Entity, withdrawals_of};
use super::{Entry, EntryId};
use crate::book::Book;
use crate::partner::{self, PartnerId};
use crate::sheet::Sheet;
use crate::site::{self, SiteId};

/// Entries of a file, the newest.
const FILE: u64 = 20_000;
/// Entries looked up at once.
const BATCH: usize = 500;
/// The columns, by the keys of their labels.
const COLUMNS: [&str; 12] = [
    "goods-when",
    "goods-column-kind",
    "goods-column-side",
    "goods-item",
    "goods-lot-number",
    "goods-quantity",
    "goods-unit",
    "goods-site",
    "goods-partner",
    "goods-note",
    "goods-written",
    "goods-withdrawn",
];

/// `GET /goods/{producer}/entries.csv`.
pub(super) async fn as_csv(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    file(&here, producer, Sheet::Csv).await
}

/// `GET /goods/{producer}/entries.xlsx`.
pub(super) async fn as_xlsx(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    file(&here, producer, Sheet::Xlsx).await
}

async fn file(here: &Here, producer: ProducerId, sheet: Sheet) -> Answer {
    Book::of(here.ground(), &here.actor, producer).await?;
    let reader = here.reader();
    let newest = Entity::find().filter(Column::ProducerId.eq(producer));
    let newest = newest.order_by_desc(Column::HappenedAt).order_by_desc(Column::Id).limit(FILE);
    let entries = newest.all(&reader).await?;
    let (sites, partners) =
        (site::of_producer(&reader, producer).await?, partner::of_producer(&reader, producer).await?);
    let names = Names {
        sites: sites.into_iter().map(|site| (site.id, site.name)).collect(),
        partners: partners.into_iter().map(|partner| (partner.id, partner.name)).collect(),
    };
    let mut rows = Vec::new();
    for some in entries.chunks(BATCH) {
        rows.extend(names.rows(here, some).await?);
    }
    sheet.file(here, "so-ghi-lo", &COLUMNS, rows)
}

/// What sites and partners are called.
struct Names {
    sites: HashMap<SiteId, String>,
    partners: HashMap<PartnerId, String>,
}

impl Names {
    async fn rows(&self, here: &Here, entries: &[Entry]) -> Result<Vec<Vec<String>>> {
        let reader = here.reader();
        let ids: Vec<EntryId> = entries.iter().map(|entry| entry.id).collect();
        let lines = Lines::of(&reader, &ids).await?;
        let withdrawn = withdrawals_of(&reader, &ids).await?;
        let of = |entry: &Entry| {
            let why = withdrawn.get(&entry.id).map(|withdrawn| withdrawn.reason.clone());
            let lines = lines.cells(here, entry.id);
            lines.into_iter().map(|line| self.row(here, entry, line, why.clone())).collect::<Vec<_>>()
        };
        Ok(entries.iter().flat_map(of).collect())
    }

    fn row(&self, here: &Here, entry: &Entry, line: LineCells, withdrawn: Option<String>) -> Vec<String> {
        let LineCells { side, item, lot, quantity, unit } = line;
        vec![
            moment(entry.happened_at),
            here.t(&format!("goods-kind-{}", entry.kind)),
            side,
            item,
            lot,
            quantity,
            unit,
            entry.site_id.and_then(|id| self.sites.get(&id)).cloned().unwrap_or_default(),
            entry.partner_id.and_then(|id| self.partners.get(&id)).cloned().unwrap_or_default(),
            entry.note.clone().unwrap_or_default(),
            entry.by_name.clone(),
            withdrawn.unwrap_or_default(),
        ]
    }
}
