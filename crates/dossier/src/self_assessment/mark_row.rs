//! The producer's own mark on one criterion, with what it says about it.

use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::application::ApplicationId;

id! {
    /// A mark of a self-assessment.
    SelfMarkId
}

/// The producer's own mark on one criterion.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "self_mark")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SelfMarkId,
    /// The application.
    pub application_id: ApplicationId,
    /// The criterion's number in the sheet.
    pub criterion: String,
    /// The case chosen, where the sheet has two.
    pub case_letter: Option<String>,
    /// The points; none where only a description was written.
    pub points: Option<i32>,
    /// What is described and proved.
    pub description: Option<String>,
    /// Who marked.
    pub marked_by: Option<UserId>,
    /// Who, by name.
    pub marked_by_name: String,
    /// When.
    pub marked_at: Instant,
    /// The application's version after this mark.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "self-mark";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
