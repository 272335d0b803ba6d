//! A ballot handed in: from here on its marks do not change in this round.

use crate::case_file::CaseFileId;
use crate::seat::SeatId;
use ground::Instant;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A ballot handed in: from here on its marks do not change in this round.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "ballot")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_file_id: CaseFileId,
    /// The seat.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seat_id: SeatId,
    /// The round.
    #[sea_orm(primary_key, auto_increment = false)]
    pub round: i32,
    /// When it was handed in.
    pub submitted_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "ballot";
    fn key(row: &Model) -> String {
        format!("{}/{}/{}", row.case_file_id, row.seat_id, row.round)
    }
}
