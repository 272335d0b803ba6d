//! Whether a member came.

use super::SittingId;
use crate::seat::SeatId;
use ground::Instant;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Whether a member came.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "attendance")]
pub struct Model {
    /// The sitting.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sitting_id: SittingId,
    /// The seat.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seat_id: SeatId,
    /// Whether the member is there.
    pub present: bool,
    /// Why not.
    pub reason: Option<String>,
    /// When it was noted.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "attendance";
    fn key(row: &Model) -> String {
        format!("{}/{}", row.sitting_id, row.seat_id)
    }
}
