//! An interest a member declared in a case.

use super::model::InterestKind;
use crate::case_file::CaseFileId;
use crate::seat::SeatId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A declared interest.
    InterestId
}

/// An interest a member declared in a case.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "interest")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InterestId,
    /// The case.
    pub case_file_id: CaseFileId,
    /// The seat.
    pub seat_id: SeatId,
    /// What ties the member to the product.
    pub kind: InterestKind,
    /// In the member's words.
    pub detail: Option<String>,
    /// When it was declared.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "interest";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
