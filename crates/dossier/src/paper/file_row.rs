//! The files a paper consists of, in order.

use ground::files::FileHash;
use ground::id;
use ground::records::Recorded;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::row::PaperId;

id! {
    /// A file of a paper.
    PaperFileId
}

/// A file of a paper.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "paper_file")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaperFileId,
    /// The paper.
    pub paper_id: PaperId,
    /// Position, from 1.
    pub n: i32,
    /// The content.
    pub file_hash: FileHash,
    /// The name it had.
    pub name: String,
    /// Its pages.
    pub pages: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "paper-file";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
