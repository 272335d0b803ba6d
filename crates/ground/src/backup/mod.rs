//! One archive of everything an installation is: the records as of one moment, the files they name, the signing keys
//! and the settings.
//!
//! The archive is a ZIP file that any tool opens: `records/<table>.jsonl` (the columns, then a row a line),
//! `files/<sha-256>`, `keys/…`, `sen.toml`, `events.db`, and `manifest.json` with the size and SHA-256 of each. Rows are written as
//! both databases read them: what was taken from SQLite can be restored into PostgreSQL.

mod archive;
mod fault;
mod load;
mod restore;
mod row;
mod take;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub use archive::{Manifest, Part, TableRows};
pub use fault::BackupFault;
pub use restore::restore;
pub use take::take;

/// The folder of the signing keys in the data folder, and in the archive.
const KEYS: &str = "keys";
/// The settings in the data folder, and in the archive.
const SETTINGS: &str = "sen.toml";
/// The event store in the archive: a SQLite file.
const EVENTS: &str = "events.db";
/// Where the event store from an archive lies when this installation keeps its events in PostgreSQL.
pub const EVENTS_ASIDE: &str = "events.db.restored";
/// Where settings from an archive lie that are not put in force.
pub const SETTINGS_ASIDE: &str = "sen.toml.restored";
/// Rows of the schema itself: the manifest names them, and restoring runs them.
const MIGRATIONS: &str = "migration";
/// The archive and the keys in it are for their owner alone.
const OWNER_ONLY: u32 = 0o600;

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

// What is not whole must not stay; where it cannot go, the fault that led here is the one to tell.
fn remove(path: &Path) {
    let gone = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    if let Err(error) = gone
        && error.kind() != ErrorKind::NotFound
    {
        tracing::warn!(%error, path = %path.display(), "removing what is not whole");
    }
}
