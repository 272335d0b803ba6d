//! A seat in a council: one person, one office.

use super::model::Office;
use crate::council::CouncilId;
use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A seat in a council.
    SeatId
}

/// A seat in a council: one person, one office.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "seat")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SeatId,
    /// The council.
    pub council_id: CouncilId,
    /// The order in which members are named.
    pub n: i32,
    /// Who sits.
    pub account_id: UserId,
    /// The member's name when the seat was given.
    pub name: String,
    /// Title and body.
    pub title: String,
    /// The office.
    pub office: Office,
    /// Whether the member marks.
    pub votes: bool,
    /// When it was given.
    pub given_at: Instant,
    /// When it was left.
    pub vacated_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "seat";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
