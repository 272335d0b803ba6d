//! Rows of a list as the entries they mean.

use ground::actor::ProducerId;
use ground::fold::fold;
use ground::{FieldProblem, Reader, Result};
use register::grid::{Columns, Grid, word};
use sea_orm::entity::prelude::*;
use web::{FormData, Words};

use crate::entry::new::{NewEntry, NewLine, NumberedLot, WhichItem, WhichLot, WhichPartner};
use crate::entry::read::{moment, quantity_of, time_of};
use crate::entry::{EntryKind, Side, stock};
use crate::item::{self, TradeItem, Unit};
use crate::lot::{self, Lot, LotCode};

/// The columns.
pub(super) const COLUMNS: Columns = Columns(&[
    ("kind", "goods-column-kind", true),
    ("day", "goods-day", true),
    ("time", "goods-time", false),
    ("item", "goods-item", true),
    ("lot", "goods-lot-number", true),
    ("quantity", "goods-quantity", true),
    ("unit", "goods-unit", true),
    ("from", "goods-column-from", false),
    ("expires_on", "goods-expires-on", false),
    ("partner", "goods-partner", false),
    ("phone", "goods-phone", false),
    ("note", "goods-note", false),
    ("confirmed", "goods-column-confirmed", false),
]);
/// Most characters of a name or a note.
const TEXT: usize = 500;

/// One row.
pub(super) struct Row {
    pub(super) number: usize,
    cells: FormData,
}

/// Reads the rows.
pub(super) fn read(words: &Words, grid: &Grid) -> Result<Vec<Row>> {
    Ok(COLUMNS.read(words, grid)?.map(|(number, cells)| of(words, number, &cells)).collect())
}

fn of(words: &Words, number: usize, cells: &[(&str, &str)]) -> Row {
    let of = |&(field, cell): &(&str, &str)| {
        let cell = match field {
            "kind" => word(words, "goods-log", EntryKind::ALL, cell),
            "unit" => word(words, "goods-unit", Unit::ALL, cell),
            _ => cell.to_owned(),
        };
        (field.to_owned(), cell)
    };
    Row { number, cells: FormData::of(cells.iter().map(of)) }
}

impl Row {
    /// The entry that the row means.
    ///
    /// # Errors
    /// Every cell that cannot be used; the records are away.
    pub(super) async fn entry(
        &self,
        reader: &Reader<'_>,
        producer: ProducerId,
        client_key: String,
    ) -> Result<NewEntry> {
        let cells = &self.cells;
        let mut read = cells.read();
        let mut problems = Vec::new();
        let kind = read.word::<EntryKind>("kind");
        let (day, unit) = (read.day("day"), read.word::<Unit>("unit"));
        let expires_on = read.optional_day("expires_on");
        let (name, note) = (read.text("item", TEXT), read.optional("note", TEXT));
        let (partner, phone) = (read.optional("partner", TEXT), read.optional("phone", TEXT));
        let time = time_of(cells.get("time")).map_err(|code| problems.push(FieldProblem::new("time", code)));
        let quantity = quantity_of("quantity".to_owned(), cells.get("quantity"), &mut problems);
        let code = LotCode::parse(cells.get("lot"));
        let code = code.map_err(|_| problems.push(FieldProblem::new("lot", "goods-not-a-lot-number"))).ok();
        let mut lines = Vec::new();
        if let (Some(kind), Some(name), Some(code)) = (kind, &name, &code) {
            let lot = meant(reader, producer, kind, (name, code), expires_on.flatten()).await?;
            let lot = lot.map_err(|problem| problems.push(problem)).ok();
            let side = if kind.makes() { Side::Out } else { Side::Of };
            if let (Some(lot), Some(quantity), Some(unit)) = (lot, quantity, unit) {
                lines.push(NewLine { side, lot, quantity, unit });
            }
            if kind.makes() {
                lines.extend(used(reader, producer, cells.get("from"), &mut problems).await?);
            }
        }
        for problem in problems {
            read.problem(problem);
        }
        let is_confirmed = !cells.get("confirmed").is_empty();
        read.done(|| {
            let partner = partner?.map(|name| WhichPartner::Named(name, phone.flatten()));
            Some(NewEntry {
                kind: kind?,
                happened_at: moment(day?, time.ok()?),
                site: None,
                partner,
                note: note?,
                client_key,
                lines,
                photos: Vec::new(),
                is_confirmed,
            })
        })
    }
}

// The goods by name, and the lot by its number: where a lot begins, a new one.
async fn meant(
    reader: &Reader<'_>,
    producer: ProducerId,
    kind: EntryKind,
    (name, code): (&str, &LotCode),
    expires_on: Option<ground::Day>,
) -> Result<std::result::Result<WhichLot, FieldProblem>> {
    if kind.begins() || kind.makes() {
        let item = named(reader, producer, name).await?;
        let item = item.map_or_else(|| WhichItem::Named(name.to_owned()), |item| WhichItem::Known(item.id));
        let lot = NumberedLot { item, code: code.clone(), made_on: None, expires_on };
        return Ok(Ok(WhichLot::Numbered(lot)));
    }
    let found = had(reader, producer, code).await?;
    let of_name = found.into_iter().find(|(_, item)| fold(&item.name) == fold(name));
    Ok(of_name
        .map(|(lot, _)| WhichLot::Known(lot.id))
        .ok_or_else(|| FieldProblem::new("lot", "goods-no-such-lot")))
}

async fn named(reader: &Reader<'_>, producer: ProducerId, name: &str) -> Result<Option<TradeItem>> {
    let found = item::Entity::find()
        .filter(item::Column::ProducerId.eq(producer))
        .filter(item::Column::Folded.eq(fold(name)));
    Ok(found.one(reader).await?)
}

// Lots of a number that the producer has had.
async fn had(reader: &Reader<'_>, producer: ProducerId, code: &LotCode) -> Result<Vec<(Lot, TradeItem)>> {
    let lots = lot::Entity::find().filter(lot::Column::Code.eq(code.clone())).all(reader).await?;
    let ids: Vec<_> = lots.iter().map(|lot| lot.id).collect();
    let stock = stock::of_lots(reader, producer, &ids).await?;
    let items = item::load_all(reader, &lots.iter().map(|lot| lot.trade_item_id).collect::<Vec<_>>()).await?;
    let had = lots.into_iter().filter(|lot| stock.contains_key(&lot.id));
    Ok(had
        .filter_map(|lot| Some((items.get(&lot.trade_item_id)?.clone(), lot)))
        .map(|(i, l)| (l, i))
        .collect())
}

// "NEP1 300; MEN1 5": lots that were used up, each with how much of its own unit.
async fn used(
    reader: &Reader<'_>,
    producer: ProducerId,
    cell: &str,
    problems: &mut Vec<FieldProblem>,
) -> Result<Vec<NewLine>> {
    let mut lines = Vec::new();
    for part in cell.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let Some((code, quantity)) = part.rsplit_once(char::is_whitespace) else {
            problems.push(FieldProblem::new("from", "goods-from-unclear"));
            continue;
        };
        let quantity = quantity_of("from".to_owned(), quantity, problems);
        let found = match LotCode::parse(code) {
            Ok(code) => had(reader, producer, &code).await?,
            Err(_) => Vec::new(),
        };
        let [(lot, _)] = found.as_slice() else {
            problems.push(FieldProblem::new("from", "goods-no-such-lot"));
            continue;
        };
        let unit = stock::of_lots(reader, producer, &[lot.id]).await?.get(&lot.id).map(|row| row.unit);
        if let (Some(quantity), Some(unit)) = (quantity, unit) {
            lines.push(NewLine { side: Side::In, lot: WhichLot::Known(lot.id), quantity, unit });
        }
    }
    Ok(lines)
}
