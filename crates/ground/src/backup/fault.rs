//! Why an archive could not be taken or restored.

use crate::Refusal;
use crate::journal::Broken;
use crate::records::MigrateError;

/// Why an archive could not be taken or restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// There are no records to take.
    #[error("there are no records at {0}")]
    Nothing(String),
    /// The file is no archive of this program, or of a form it does not know.
    #[error("no archive: {0}")]
    NotArchive(String),
    /// A part is missing, is too many, or is not what was taken.
    #[error("the part “{0}” is not what was taken")]
    Damaged(String),
    /// The archive has seen a migration that this program does not know.
    #[error("the archive is newer than this program: it has “{0}”")]
    Newer(String),
    /// There is something where it should be restored to.
    #[error("{0} is in use")]
    Used(String),
    /// The journal in the archive does not hold.
    #[error("the journal in the archive does not hold: {0:?}")]
    Journal(Broken),
    /// The records are away or refuse.
    #[error("the records: {0}")]
    Records(#[from] Refusal),
    /// The schema cannot be laid.
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    /// Reading or writing.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

impl From<sea_orm::DbErr> for BackupFault {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Records(error.into())
    }
}

impl From<zip::result::ZipError> for BackupFault {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(error) => Self::Io(error),
            other => Self::NotArchive(other.to_string()),
        }
    }
}

impl From<serde_json::Error> for BackupFault {
    fn from(error: serde_json::Error) -> Self {
        Self::NotArchive(error.to_string())
    }
}
