//! What a producer has of each lot, as a projection of its entries: so that a form need not read the archive.

use std::collections::HashMap;

use ground::actor::ProducerId;
use ground::records::Recorded;
use ground::{Change, Instant, Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};

use super::{EntryKind, Quantity, Side, line, store};
use crate::item::Unit;
use crate::lot::LotId;

/// Lots a form offers.
pub const AT_HAND: u64 = 30;

/// What there is of a lot.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "stock")]
pub struct Model {
    /// Who has it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub producer_id: ProducerId,
    /// The lot.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lot_id: LotId,
    /// How much, in thousandths of the unit; below nothing where more left than came.
    pub balance: i64,
    /// The unit it was first logged in.
    pub unit: Unit,
    /// When it was last logged.
    pub touched_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "stock";
    const PRIVATE: &'static [&'static str] = &["balance", "unit", "touched_at"];
    fn key(row: &Model) -> String {
        format!("{}/{}", row.producer_id, row.lot_id)
    }
}

impl Model {
    /// How much there is, where there is any.
    pub fn left(&self) -> Option<Quantity> {
        Quantity::of_thousandths(self.balance)
    }
}

/// By how much a lot's stock changes in an entry, in thousandths of the unit; none where the units do not go together.
pub(super) fn effect(
    kind: EntryKind,
    side: Side,
    (quantity, of): (Quantity, Unit),
    unit: Unit,
) -> Option<i64> {
    let ((measure, from), (wanted, into)) = (of.measure(), unit.measure());
    if measure != wanted {
        return None;
    }
    let amount = i128::from(quantity.thousandths()) * i128::from(from) / i128::from(into);
    let amount = i64::try_from(amount).ok()?;
    let leaves = side == Side::In || (side == Side::Of && kind.leaves());
    Some(if leaves { -amount } else { amount })
}

/// Adds to a lot's stock, or takes from it.
///
/// # Errors
/// The records are away.
pub(super) async fn add(
    change: &mut Change,
    producer: ProducerId,
    lot: LotId,
    (kind, side): (EntryKind, Side),
    (quantity, unit): (Quantity, Unit),
    back: bool,
) -> Result<()> {
    let known = Entity::find_by_id((producer, lot)).one(&change.reader()).await?;
    let kept = known.as_ref().map_or(unit, |known| known.unit);
    let effect = effect(kind, side, (quantity, unit), kept).unwrap_or_default();
    let effect = if back { -effect } else { effect };
    let touched_at = Set(change.at());
    match known {
        Some(known) => {
            let balance = Set(known.balance.saturating_add(effect));
            let row = ActiveModel {
                producer_id: Set(producer),
                lot_id: Set(lot),
                balance,
                touched_at,
                ..Default::default()
            };
            change.update(&known, row).await?;
        }
        None => {
            let row = ActiveModel {
                producer_id: Set(producer),
                lot_id: Set(lot),
                balance: Set(effect),
                unit: Set(unit),
                touched_at,
            };
            change.insert(row).await?;
        }
    }
    Ok(())
}

/// The lots a producer has something of, those last logged first.
///
/// # Errors
/// The records are away.
pub async fn at_hand(reader: &Reader<'_>, producer: ProducerId) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::ProducerId.eq(producer))
        .filter(Column::Balance.gt(0))
        .order_by_desc(Column::TouchedAt)
        .limit(AT_HAND);
    Ok(rows.all(reader).await?)
}

/// What a producer has of some lots.
///
/// # Errors
/// The records are away.
pub async fn of_lots(
    reader: &Reader<'_>,
    producer: ProducerId,
    lots: &[LotId],
) -> Result<HashMap<LotId, Model>> {
    let rows = Entity::find()
        .filter(Column::ProducerId.eq(producer))
        .filter(Column::LotId.is_in(lots.iter().copied()));
    Ok(rows.all(reader).await?.into_iter().map(|row| (row.lot_id, row)).collect())
}

/// What the entries that were not withdrawn come to: what the projection must say.
///
/// # Errors
/// The records are away.
pub async fn counted(reader: &Reader<'_>, producer: ProducerId) -> Result<HashMap<LotId, i64>> {
    let entries = store::standing(reader, producer).await?;
    let kinds: HashMap<_, _> = entries.iter().map(|entry| (entry.id, entry.kind)).collect();
    let stock = Entity::find().filter(Column::ProducerId.eq(producer)).all(reader).await?;
    let units: HashMap<LotId, Unit> = stock.into_iter().map(|row| (row.lot_id, row.unit)).collect();
    let mut counted = HashMap::new();
    for some in entries.chunks(500) {
        let ids = some.iter().map(|entry| entry.id);
        let lines = line::Entity::find().filter(line::Column::EntryId.is_in(ids)).all(reader).await?;
        for line in lines {
            let Some(kind) = kinds.get(&line.entry_id) else { continue };
            let unit = units.get(&line.lot_id).copied().unwrap_or(line.unit);
            let effect = effect(*kind, line.side, (line.quantity, line.unit), unit).unwrap_or_default();
            *counted.entry(line.lot_id).or_insert(0) += effect;
        }
    }
    Ok(counted)
}
