//! What the advisory team notes: desk review, site visit, extra tests, its report.

use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id, words_enum};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::application::ApplicationId;

id! {
    /// A note of the advisory team.
    AdviceId
}

words_enum! {
    /// The kinds of note.
    AdviceKind {
        /// Desk review of one criterion.
        Desk = "desk",
        /// Something to look at on the site visit.
        Visit = "visit",
        /// A test asked for.
        Test = "test",
        /// The team's report.
        Report = "report",
    }
}

/// A note of the advisory team.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "advice")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AdviceId,
    /// The application.
    pub application_id: ApplicationId,
    /// What kind.
    pub kind: AdviceKind,
    /// The criterion it is about.
    pub criterion: Option<String>,
    /// What.
    pub body: String,
    /// Desk review: whether the evidence carries the producer's mark.
    pub agrees: Option<bool>,
    /// What was seen on the visit, what the test said.
    pub outcome: Option<String>,
    /// Who.
    pub by_id: Option<UserId>,
    /// Who, by name.
    pub by_name: String,
    /// When.
    pub at: Instant,
    /// When the outcome was entered.
    pub settled_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "advice";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
