//! A step that was done, or a return. Rows are only ever added.

use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Day, Instant, id, words_enum};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::row::ApplicationId;

id! {
    /// A step done or a return.
    StepRowId
}

words_enum! {
    /// What came of a step.
    Outcome {
        /// It was done.
        Done = "done",
        /// It sent the dossier back.
        Returned = "returned",
    }
}

/// A step that was done, or a return.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "step")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StepRowId,
    /// The application.
    pub application_id: ApplicationId,
    /// Position in its history, from 1.
    pub n: i32,
    /// The step of the rule pack's procedure.
    pub step: String,
    /// What came of it.
    pub outcome: Outcome,
    /// The sum of the totals of a council's ballots.
    pub mean_sum: Option<i64>,
    /// The number of its ballots.
    pub mean_count: Option<i64>,
    /// Who.
    pub done_by: Option<UserId>,
    /// Who, by name.
    pub done_by_name: String,
    /// The day.
    pub done_on: Day,
    /// When.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "dossier-step";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
