//! What a return asks for, item by item.

use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::application::{ApplicationId, StepRowId};

id! {
    /// An item of a return.
    ReturnItemId
}

/// One item of a return, with its reason.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "return_item")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReturnItemId,
    /// The return.
    pub step_id: StepRowId,
    /// The application.
    pub application_id: ApplicationId,
    /// A criterion's number, an evidence row's code, or `dossier`.
    pub subject: String,
    /// Why it does not do as it is.
    pub reason: String,
    /// What was done about it.
    pub answer: Option<String>,
    /// When.
    pub answered_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "return-item";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
