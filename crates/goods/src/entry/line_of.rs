//! What an entry is about, in a line: goods, lots, how much.

use std::collections::HashMap;

use ground::{Reader, Result};
use web::Here;

use super::store::{EntryId, EntryLine, lines_of};
use super::{Side, form::unit_name};
use crate::item::{self, TradeItem, TradeItemId};
use crate::lot::{self, Lot, LotId};

/// The lots of some entries with what they are of.
pub(crate) struct Lines {
    lines: HashMap<EntryId, Vec<EntryLine>>,
    lots: HashMap<LotId, Lot>,
    items: HashMap<TradeItemId, TradeItem>,
}

/// A lot of an entry, cell by cell.
pub(crate) struct LineCells {
    /// What it is in it.
    pub(crate) side: String,
    /// Of what goods.
    pub(crate) item: String,
    /// Its number.
    pub(crate) lot: String,
    /// How much.
    pub(crate) quantity: String,
    /// Of what unit.
    pub(crate) unit: String,
}

impl Lines {
    /// Those of some entries.
    ///
    /// # Errors
    /// The records are away.
    pub(crate) async fn of(reader: &Reader<'_>, entries: &[EntryId]) -> Result<Self> {
        let lines = lines_of(reader, entries).await?;
        let mut ids: Vec<LotId> = lines.values().flatten().map(|line| line.lot_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let lots = lot::load_all(reader, &ids).await?;
        let of: Vec<TradeItemId> = lots.values().map(|lot| lot.trade_item_id).collect();
        let items = item::load_all(reader, &of).await?;
        Ok(Self { lines, lots, items })
    }

    /// The lots of an entry on a side, in words.
    pub(crate) fn side(&self, here: &Here, entry: EntryId, side: Side) -> Vec<(LotId, String)> {
        let lines = self.lines.get(&entry).into_iter().flatten().filter(|line| line.side == side);
        lines.filter_map(|line| Some((line.lot_id, self.line(here, line)?))).collect()
    }

    /// An entry in a line.
    pub(crate) fn told(&self, here: &Here, entry: EntryId) -> String {
        let side = |side: Side| {
            let told = self.side(here, entry, side).into_iter().map(|(_, text)| text);
            told.collect::<Vec<_>>().join("; ")
        };
        let parts = [side(Side::Of), side(Side::In), side(Side::Out)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" → ")
    }

    /// The lots of an entry, in their order.
    pub(crate) fn cells(&self, here: &Here, entry: EntryId) -> Vec<LineCells> {
        let cells = |line: &EntryLine| {
            let lot = self.lots.get(&line.lot_id)?;
            Some(LineCells {
                side: here.t(&format!("goods-side-{}", line.side)),
                item: self.items.get(&lot.trade_item_id)?.name.clone(),
                lot: lot.code.to_string(),
                quantity: line.quantity.to_string(),
                unit: unit_name(here, line.unit),
            })
        };
        self.lines.get(&entry).into_iter().flatten().filter_map(cells).collect()
    }

    fn line(&self, here: &Here, line: &EntryLine) -> Option<String> {
        let lot = self.lots.get(&line.lot_id)?;
        let item = self.items.get(&lot.trade_item_id)?;
        let values = [
            ("item", item.name.clone()),
            ("lot", lot.code.to_string()),
            ("quantity", format!("{}\u{a0}{}", line.quantity, unit_name(here, line.unit))),
        ];
        Some(here.app.words.text(here.lang, "goods-line", &values))
    }
}
