//! What happened to a case; where it stands is computed from these.

use super::CaseFileId;
use super::model::Happened;
use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// An event of a case.
    CaseEventId
}

/// What happened to a case; where it stands is computed from these.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "case_event")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaseEventId,
    /// The case.
    pub case_file_id: CaseFileId,
    /// What.
    pub kind: Happened,
    /// In which round of marking.
    pub round: i32,
    /// When.
    pub at: Instant,
    /// By whom.
    pub by_id: Option<UserId>,
    /// By whom, in words.
    pub by_name: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "case-event";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
