//! A code the council found: it rejects the dossier or stops the evaluation.

use super::CaseFileId;
use ground::Instant;
use ground::actor::UserId;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A code the council found: it rejects the dossier or stops the evaluation.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "finding")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_file_id: CaseFileId,
    /// The code, as the decree's pack names it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Why, for the minutes.
    pub reason: String,
    /// When it was found.
    pub at: Instant,
    /// Who entered it.
    pub by_id: Option<UserId>,
    /// Who entered it, in words.
    pub by_name: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "finding";
    fn key(row: &Model) -> String {
        format!("{}/{}", row.case_file_id, row.code)
    }
}
