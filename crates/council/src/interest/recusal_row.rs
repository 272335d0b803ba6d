//! A member who does not mark a case.

use crate::case_file::CaseFileId;
use crate::seat::SeatId;
use ground::Instant;
use ground::actor::UserId;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A member who does not mark a case.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "recusal")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_file_id: CaseFileId,
    /// The seat.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seat_id: SeatId,
    /// Why, for the minutes.
    pub reason: String,
    /// When.
    pub at: Instant,
    /// Who recorded it.
    pub by_id: Option<UserId>,
    /// Who recorded it, in words.
    pub by_name: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "recusal";
    fn key(row: &Model) -> String {
        format!("{}/{}", row.case_file_id, row.seat_id)
    }
}
