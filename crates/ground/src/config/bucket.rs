//! Where the contents of files lie.

/// A folder, or a bucket.
#[derive(Clone, Debug)]
pub enum FileStore {
    /// `files` in the data folder.
    Folder,
    /// A bucket of an S3-compatible store.
    Bucket(Bucket),
}

/// A bucket and how to reach it.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// The bucket.
    pub name: String,
    /// Before every key; may be empty.
    pub prefix: String,
    /// Of a store that is not Amazon's.
    pub endpoint: Option<String>,
    /// The region.
    pub region: String,
    /// The access key; empty: the machine's own role.
    pub key_id: String,
    /// Its secret.
    pub secret: Secret,
}

/// A text that is never printed.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    pub(super) fn new(text: String) -> Self {
        Self(text)
    }

    /// For the one call that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(super::load::HIDDEN)
    }
}
