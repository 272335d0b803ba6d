//! The table of what inspectors looked at.

use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::lot::LotId;

id! {
    /// Something that was looked at.
    InspectionId
}

/// A code that an inspector looked at.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "inspection")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InspectionId,
    /// Whose round it is of.
    pub account_id: UserId,
    /// The lot, where the code is one of ours.
    pub lot_id: Option<LotId>,
    /// What was scanned or typed.
    pub typed: String,
    /// The serial in it.
    pub serial: Option<String>,
    /// What it was worth at that moment.
    pub verdict: String,
    /// What was found.
    pub finding: Option<String>,
    /// Who looked.
    pub by_name: String,
    /// When.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "inspection";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
