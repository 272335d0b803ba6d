//! A dossier bound into one file.

use ground::files::FileHash;
use ground::records::Recorded;
use ground::{Instant, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::application::ApplicationId;

id! {
    /// A bound dossier.
    BundleId
}

/// A dossier bound into one file.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "bundle")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BundleId,
    /// The application.
    pub application_id: ApplicationId,
    /// The file, when it is ready.
    pub file_hash: Option<FileHash>,
    /// Its pages.
    pub pages: Option<i32>,
    /// Papers that a sheet stands in for.
    pub replaced: Option<i32>,
    /// Who asked for it.
    pub asked_by_name: String,
    /// When.
    pub asked_at: Instant,
    /// When it was ready.
    pub ready_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "bundle";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
