//! What happened to a sitting: it was opened, it was closed.

use super::SittingId;
use super::model::Moment;
use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// An event of a sitting.
    SittingEventId
}

/// What happened to a sitting: it was opened, it was closed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "sitting_event")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SittingEventId,
    /// The sitting.
    pub sitting_id: SittingId,
    /// What.
    pub kind: Moment,
    /// When.
    pub at: Instant,
    /// By whom.
    pub by_id: Option<UserId>,
    /// By whom, in words.
    pub by_name: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "sitting-event";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
