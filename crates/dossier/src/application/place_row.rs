//! The places an application lies in: its commune, that commune's home of today, and everything above. A projection of
//! the register, rebuilt when a place changes ([`super::places`]).

use ground::actor::PlaceId;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::row::ApplicationId;

/// One place of one application.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "application_place")]
pub struct Model {
    /// The application.
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: ApplicationId,
    /// The place.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place_id: PlaceId,
    /// A commune of the procedure, not a place above it.
    pub is_commune: bool,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "dossier-place";
    fn key(row: &Model) -> String {
        format!("{}/{}", row.application_id, row.place_id)
    }
}
