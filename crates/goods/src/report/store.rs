//! The table of doubts.

use ground::files::FileHash;
use ground::records::Recorded;
use ground::{Instant, id, words_enum};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::lot::LotId;

id! {
    /// A doubt.
    ReportId
}

words_enum! {
    /// What does not look right.
    ReportKind {
        /// The label looks copied.
        Copied = "copied",
        /// The goods are not what the page says.
        Other = "other-goods",
        /// The goods are bad.
        Spoilt = "spoilt",
        /// Something else.
        Else = "else",
    }
}

/// A doubt.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "report")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReportId,
    /// The lot on the label.
    pub lot_id: LotId,
    /// The serial on the label.
    pub serial: Option<String>,
    /// What does not look right.
    pub kind: ReportKind,
    /// In their words.
    pub note: Option<String>,
    /// How to reach them, where they say so.
    pub contact: Option<String>,
    /// A photo.
    pub hash: Option<FileHash>,
    /// When.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "report";
    const PRIVATE: &'static [&'static str] = &["contact", "note"];
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}
