//! The running number of registrations, by commune and year.

use ground::actor::PlaceId;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// The last number given.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "registration_count")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The commune.
    pub place_id: PlaceId,
    /// The year.
    pub year: i32,
    /// The last number.
    pub last: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "registration-count";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
