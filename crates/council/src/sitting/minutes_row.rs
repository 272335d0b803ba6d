//! What the secretary writes into the minutes beside what Sen knows.

use super::SittingId;
use ground::Instant;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What the secretary writes into the minutes beside what Sen knows.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "minutes")]
pub struct Model {
    /// The sitting.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sitting_id: SittingId,
    /// The running number, once given.
    pub number: Option<i32>,
    /// Others in the room, one a line: name, comma, title.
    pub guests: String,
    /// Opinions given, one a line.
    pub opinions: String,
    /// What was concluded, one a line.
    pub conclusions: String,
    /// When it was last written.
    pub written_at: Instant,
    /// Counts every change.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "minutes";
    fn key(row: &Model) -> String {
        row.sitting_id.to_string()
    }
}
