//! A sitting: one meeting of a council with an agenda.

use crate::council::{CouncilId, CouncilRulesId};
use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Day, Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A sitting of a council.
    SittingId
}

/// A sitting: one meeting of a council with an agenda.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "sitting")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SittingId,
    /// The council.
    pub council_id: CouncilId,
    /// The rules of procedure it goes by, as they were when it was called.
    pub rules_id: CouncilRulesId,
    /// What it is about.
    pub subject: String,
    /// Where it meets.
    pub venue: String,
    /// The day.
    pub held_on: Day,
    /// When it was called.
    pub called_at: Instant,
    /// Who called it.
    pub called_by: Option<UserId>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "sitting";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
