//! One member's mark on one criterion: hidden from everyone else until the result is released.

use crate::case_file::CaseFileId;
use crate::seat::SeatId;
use ground::Instant;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// One member's mark on one criterion: hidden from everyone else until the result is released.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "mark")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_file_id: CaseFileId,
    /// The seat.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seat_id: SeatId,
    /// The round of marking, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub round: i32,
    /// The criterion's number in the sheet.
    #[sea_orm(primary_key, auto_increment = false)]
    pub criterion: String,
    /// The points; none while it is only flagged or noted.
    pub points: Option<i32>,
    /// A remark for the minutes.
    pub note: Option<String>,
    /// The member wants to look again.
    pub flagged: bool,
    /// When it was saved.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "mark";
    fn key(row: &Model) -> String {
        format!("{}/{}/{}/{}", row.case_file_id, row.seat_id, row.round, row.criterion)
    }
}
