//! The table of runs of labels.

use ground::records::Recorded;
use ground::{Change, Instant, Reader, Refusal, Result, id};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};

use super::design::{Design, MOST_OF_FILE};
use crate::lot::LotId;
use crate::serial::{SerialRun, SerialRunId};

id! {
    /// A run of labels.
    LabelRunId
}

/// Runs shown of a lot.
const MOST_SHOWN: u64 = 50;

/// A run of labels of one lot.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "label_run")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LabelRunId,
    /// The lot.
    pub lot_id: LotId,
    /// Its serials, where it has any.
    pub serial_run_id: Option<SerialRunId>,
    /// The design, as JSON.
    pub design: String,
    /// How many.
    pub count: i32,
    /// When.
    pub made_at: Instant,
    /// By whom.
    pub by_name: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "label-run";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

impl Model {
    /// What was chosen.
    ///
    /// # Errors
    /// The row holds no design.
    pub fn design(&self) -> Result<Design> {
        serde_json::from_str(&self.design).map_err(Refusal::unexpected)
    }

    /// How many.
    pub fn labels(&self) -> u32 {
        u32::try_from(self.count).unwrap_or_default()
    }

    /// Into how many files it goes.
    pub fn files(&self) -> u32 {
        self.labels().div_ceil(MOST_OF_FILE)
    }
}

/// A run of a lot.
///
/// # Errors
/// There is none of that key.
pub async fn load(reader: &Reader<'_>, lot: LotId, id: LabelRunId) -> Result<Model> {
    let found = Entity::find_by_id(id).filter(Column::LotId.eq(lot)).one(reader).await?;
    found.ok_or_else(Refusal::not_found)
}

/// The runs of a lot, the newest first.
///
/// # Errors
/// The records are away.
pub async fn of_lot(reader: &Reader<'_>, lot: LotId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::LotId.eq(lot)).order_by_desc(Column::MadeAt);
    Ok(rows.order_by_desc(Column::Id).limit(MOST_SHOWN).all(reader).await?)
}

/// Adds a run.
///
/// # Errors
/// The records are away.
pub async fn add(
    change: &mut Change,
    lot: LotId,
    design: &Design,
    count: u32,
    serials: Option<&SerialRun>,
) -> Result<Model> {
    let row = ActiveModel {
        id: Set(change.new_id()),
        lot_id: Set(lot),
        serial_run_id: Set(serials.map(|run| run.id)),
        design: Set(serde_json::to_string(design)?),
        count: Set(i32::try_from(count).map_err(Refusal::unexpected)?),
        made_at: Set(change.at()),
        by_name: Set(change.by_name().to_owned()),
    };
    change.insert(row).await
}
