//! A comment beside a criterion, or on the dossier as a whole.

use ground::actor::UserId;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::application::ApplicationId;

id! {
    /// A comment.
    CommentId
}

/// A comment.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "dossier_comment")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommentId,
    /// The application.
    pub application_id: ApplicationId,
    /// The criterion; none for the whole.
    pub criterion: Option<String>,
    /// Who.
    pub author_id: Option<UserId>,
    /// Who, by name.
    pub author: String,
    /// What.
    pub body: String,
    /// When.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "dossier-comment";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
