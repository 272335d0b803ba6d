//! The table of runs: one row for up to a million serials.

use ground::records::Recorded;
use ground::{Change, Instant, Reader, Refusal, Result, id};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};
use serde::{Deserialize, Serialize};

use super::code::{MOST_INDEX, MOST_RUNS};
use super::verdict::Issued;
use crate::lot::LotId;

id! {
    /// A run of serials.
    SerialRunId
}

/// Most serials of one run.
pub const MOST_OF_RUN: u32 = 1_000_000;

/// A run of serials of one lot.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "serial_run")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SerialRunId,
    /// The lot.
    pub lot_id: LotId,
    /// The key that seals them.
    pub key_id: String,
    /// Its number in the lot, from 1.
    pub number: i32,
    /// Its first place in the lot, from 1.
    pub first: i32,
    /// How many.
    pub count: i32,
    /// When it was made.
    pub made_at: Instant,
    /// Who made it.
    pub by_name: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "serial-run";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

impl Model {
    /// What it holds.
    pub fn issued(&self) -> Issued {
        let unsigned = |value: i32| u32::try_from(value).unwrap_or_default();
        Issued {
            number: u16::try_from(self.number).unwrap_or_default(),
            first: unsigned(self.first),
            count: unsigned(self.count),
        }
    }
}

/// A run by its number in a lot.
///
/// # Errors
/// The records are away.
pub async fn by_number(reader: &Reader<'_>, lot: LotId, number: u16) -> Result<Option<Model>> {
    let of_lot = Entity::find().filter(Column::LotId.eq(lot)).filter(Column::Number.eq(i32::from(number)));
    Ok(of_lot.one(reader).await?)
}

/// A run by its key.
///
/// # Errors
/// There is none of that key.
pub async fn load(reader: &Reader<'_>, id: SerialRunId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// Adds a run behind all of the lot. Two who add at once cannot both have the number: one of them is refused.
///
/// # Errors
/// `serials-used-up` when the lot has no number or place left; the records are away.
pub async fn add(change: &mut Change, lot: LotId, key: String, count: u32) -> Result<Model> {
    let last = Entity::find().filter(Column::LotId.eq(lot)).order_by_desc(Column::Number);
    let last = last.one(&change.reader()).await?.map(|row| row.issued());
    let number = last.map_or(1, |last| u32::from(last.number) + 1);
    let first = last.map_or(1, |last| last.first + last.count);
    let next = first.saturating_add(count);
    if number > u32::from(MOST_RUNS) || next > MOST_INDEX {
        return Err(Refusal::conflict("serials-used-up"));
    }
    let signed = |value: u32| i32::try_from(value).map_err(Refusal::unexpected);
    let row = ActiveModel {
        id: Set(change.new_id()),
        lot_id: Set(lot),
        key_id: Set(key),
        number: Set(signed(number)?),
        first: Set(signed(first)?),
        count: Set(signed(count)?),
        made_at: Set(change.at()),
        by_name: Set(change.by_name().to_owned()),
    };
    change.insert(row).await
}
