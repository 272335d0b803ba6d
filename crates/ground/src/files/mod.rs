//! Files: content-addressed, streamed, typed by content; public renditions are re-encoded; nothing active is served.

mod kind;
mod preview;
mod receive;
mod row;
mod store;

use std::sync::Arc;

use bytes::Bytes;
pub use kind::FileKind;
use object_store::path::Path;
use object_store::{GetResult, ObjectStore, ObjectStoreExt, PutPayload};
pub use preview::Photo;
pub use receive::{Incoming, Received};
pub use row::{FileHash, Model as FileRow};
use sea_orm::{EntityTrait, QueryOrder};
use sha2::{Digest, Sha256};

use crate::config::FileStore;
use crate::{Change, Config, Reader, Refusal, Result};

/// The store of file contents: a folder, or a bucket of an S3-compatible store.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    incoming: std::path::PathBuf,
}

impl Files {
    /// Files where the settings say; uploads under way lie in the data folder in either case.
    ///
    /// # Errors
    /// The folder cannot be made, or the bucket's settings do not hold together.
    pub fn open(config: &Config) -> Result<Self> {
        let folder = config.path("files");
        let incoming = folder.join("incoming");
        std::fs::create_dir_all(&incoming).map_err(Refusal::unexpected)?;
        let store = match &config.files {
            FileStore::Folder => store::folder(&folder)?,
            FileStore::Bucket(bucket) => store::bucket(bucket)?,
        };
        Ok(Self { store, incoming })
    }

    /// The whole content.
    ///
    /// # Errors
    /// There is none of that hash, or the store is away.
    pub async fn read(&self, hash: &FileHash) -> Result<Bytes> {
        Ok(self.store.get(&content(hash)).await?.bytes().await?)
    }

    /// The content as a stream.
    ///
    /// # Errors
    /// There is none of that hash, or the store is away.
    pub async fn stream(&self, hash: &FileHash) -> Result<GetResult> {
        Ok(self.store.get(&content(hash)).await?)
    }

    /// The whole content; none where the store has lost it.
    ///
    /// # Errors
    /// The store is away.
    pub(crate) async fn read_if_there(&self, hash: &FileHash) -> Result<Option<Bytes>> {
        match self.store.get(&content(hash)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Puts a content back under its hash; false when it is another content.
    ///
    /// # Errors
    /// The store is away.
    pub(crate) async fn put_back(&self, hash: &FileHash, whole: Vec<u8>) -> Result<bool> {
        let same = FileHash::of_digest(&Sha256::digest(&whole)) == *hash;
        if same {
            self.store.put(&content(hash), PutPayload::from(whole)).await?;
        }
        Ok(same)
    }

    /// Every file the records name, by hash.
    ///
    /// # Errors
    /// The records are away.
    pub(crate) async fn all(reader: &Reader<'_>) -> Result<Vec<FileHash>> {
        let rows = row::Entity::find().order_by_asc(row::Column::Hash).all(reader).await?;
        Ok(rows.into_iter().map(|row| row.hash).collect())
    }

    /// What is known of a file.
    ///
    /// # Errors
    /// There is none of that hash.
    pub async fn find(reader: &Reader<'_>, hash: &FileHash) -> Result<FileRow> {
        row::Entity::find_by_id(hash.clone()).one(reader).await?.ok_or_else(Refusal::not_found)
    }

    /// Enters a received file into the records; the same content received again is the same file.
    ///
    /// # Errors
    /// The records are away.
    pub async fn enter(change: &mut Change, received: &Received) -> Result<FileHash> {
        if row::Entity::find_by_id(received.hash.clone()).one(&change.reader()).await?.is_none() {
            let at = change.at();
            change.insert(row::of(received, at)).await?;
        }
        Ok(received.hash.clone())
    }
}

// ab/cd/abcd…, so that no folder grows without bound.
fn content(hash: &FileHash) -> Path {
    let text = hash.as_str();
    Path::from_iter(["content", &text[0..2], &text[2..4], text])
}
