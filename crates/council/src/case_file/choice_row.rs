//! Which of two cases of a criterion all members mark, where the sheet says to choose one.

use super::CaseFileId;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Which of two cases of a criterion all members mark, where the sheet says to choose one.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "case_choice")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_file_id: CaseFileId,
    /// The criterion's number in the sheet.
    #[sea_orm(primary_key, auto_increment = false)]
    pub criterion: String,
    /// `a` or `b`.
    pub case_letter: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "case-choice";
    fn key(row: &Model) -> String {
        format!("{}/{}", row.case_file_id, row.criterion)
    }
}
