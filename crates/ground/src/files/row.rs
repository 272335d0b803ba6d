//! What the records know of a file.

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::{FileKind, Received};
use crate::Instant;
use crate::records::Recorded;

/// SHA-256 of the content, 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, DeriveValueType)]
#[serde(try_from = "String", into = "String")]
#[sea_orm(value_type = "String")]
pub struct FileHash(String);

impl FileHash {
    /// The hash of bytes already digested.
    pub(super) fn of_digest(digest: &[u8]) -> Self {
        Self(hex::encode(digest))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for FileHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for FileHash {
    type Err = crate::UnknownWord;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let well_formed = text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if well_formed {
            return Ok(Self(text.to_owned()));
        }
        Err(crate::UnknownWord { of: "FileHash", word: text.chars().take(40).collect() })
    }
}

impl TryFrom<String> for FileHash {
    type Error = crate::UnknownWord;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<FileHash> for String {
    fn from(hash: FileHash) -> Self {
        hash.0
    }
}

impl sea_orm::TryFromU64 for FileHash {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64("FileHash"))
    }
}

/// A file.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "file")]
pub struct Model {
    /// SHA-256 of the content.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: FileHash,
    /// Decided by content, not by name.
    pub kind: FileKind,
    /// Size.
    pub bytes: i64,
    /// Pages; 1 for an image.
    pub pages: i32,
    /// When it was first received.
    pub received_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "file";
    fn key(row: &Model) -> String {
        row.hash.to_string()
    }
}

pub(super) fn of(received: &Received, at: Instant) -> ActiveModel {
    ActiveModel {
        hash: Set(received.hash.clone()),
        kind: Set(received.kind),
        bytes: Set(received.bytes),
        pages: Set(received.pages),
        received_at: Set(at),
    }
}
