//! What the commune found on one of its matters.

use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::application::ApplicationId;

id! {
    /// A finding of the commune.
    CommuneFindingId
}

/// What the commune found on one matter; it gives no points.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "commune_finding")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommuneFindingId,
    /// The application.
    pub application_id: ApplicationId,
    /// Position among the matters of the step, from 0.
    pub matter: i32,
    /// What the producer says.
    pub declared: Option<String>,
    /// What the commune found.
    pub found: String,
    /// Who wrote it.
    pub by_name: String,
    /// When.
    pub at: Instant,
    /// What a reader saw.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "commune-finding";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
