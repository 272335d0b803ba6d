//! A copy of the store as of one moment, while it serves.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{Result, StoreError};

/// Copies a store that is a SQLite file into a new file; false where there is none, or it is no file of its own.
///
/// # Errors
/// [`StoreError::Broken`] when it cannot be read, or the copy cannot be written.
pub fn copy(address: &str, into: &Path) -> Result<bool> {
    let Some(path) = address.strip_prefix("sqlite:") else { return Ok(false) };
    let path = Path::new(path.strip_prefix("//").unwrap_or(path));
    if !path.exists() {
        return Ok(false);
    }
    let from =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(StoreError::broken)?;
    let into = into.to_str().ok_or_else(|| StoreError::broken("a path that is no text"))?;
    // A read transaction of its own: writers go on beside it.
    from.execute("VACUUM INTO ?1", [into]).map_err(StoreError::broken)?;
    Ok(true)
}
