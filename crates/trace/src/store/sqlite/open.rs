//! The file, its settings, and its schema.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior, vtab};
use tokio::sync::mpsc;

use super::reader::Readers;
use super::{QUEUE, Sqlite, checkpoint, fault, writer};
use crate::store::{Result, Shelf, StoreError};

/// Each brings the schema one version further.
const MIGRATIONS: [&str; 2] = [
    include_str!("../../../migrations/0001-store.sqlite.sql"),
    include_str!("../../../migrations/0002-grade.sqlite.sql"),
];

/// "Sent", so that `file` tells an event store from other databases.
const APPLICATION: i64 = 0x5365_6E74;

/// How long one process waits for another.
const PATIENCE: Duration = Duration::from_secs(10);
const WRITER_CACHE_KIB: i64 = 256 << 10;
const READER_CACHE_KIB: i64 = 32 << 10;
/// Statements kept ready by each connection.
const STATEMENTS: usize = 128;
const MOST_READERS: usize = 8;

impl Sqlite {
    /// Opens the file, making and migrating it where needed, and starts the threads.
    pub fn open(path: &Path, shelf: Shelf) -> Result<Self> {
        let mut writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        prepare(&writer).map_err(fault)?;
        migrate(&mut writer)?;
        let count =
            std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, MOST_READERS));
        let readers = (0..count)
            .map(|_| {
                let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
                pragma(&connection, "cache_size", -READER_CACHE_KIB).map_err(fault)?;
                Ok(connection)
            })
            .collect::<Result<Vec<_>>>()?;
        let (queue, waiting) = mpsc::channel(QUEUE);
        let checkpointer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let nudge = checkpoint::start(checkpointer, path, queue.downgrade())?;
        writer::start(writer, waiting, shelf, nudge)?;
        Ok(Self { queue, readers: Readers::start(readers)? })
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection =
        Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(fault)?;
    connection.busy_timeout(PATIENCE).map_err(fault)?;
    // Otherwise a statement with `LIMIT ?` is planned anew for every value that is bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(fault)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    vtab::array::load_module(&connection).map_err(fault)?;
    Ok(connection)
}

fn prepare(writer: &Connection) -> rusqlite::Result<()> {
    writer.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    pragma(writer, "synchronous", 2)?;
    // Checkpoints have a thread of their own.
    writer.pragma_update_and_check(None, "wal_autocheckpoint", 0, |_| Ok(()))?;
    let cut = i64::try_from(checkpoint::CUT).unwrap_or(i64::MAX);
    writer.pragma_update_and_check(None, "journal_size_limit", cut, |_| Ok(()))?;
    pragma(writer, "cache_size", -WRITER_CACHE_KIB)
}

fn pragma(connection: &Connection, name: &str, value: i64) -> rusqlite::Result<()> {
    connection.pragma_update(None, name, value)
}

/// Forward only, one process at a time.
fn migrate(writer: &mut Connection) -> Result<()> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    let change = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
    let found: i64 = change.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(fault)?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    let new = usize::try_from(found).map_err(StoreError::broken)?;
    for step in &MIGRATIONS[new..] {
        change.execute_batch(step).map_err(fault)?;
    }
    if found < known {
        pragma(&change, "user_version", known).map_err(fault)?;
        pragma(&change, "application_id", APPLICATION).map_err(fault)?;
    }
    change.commit().map_err(fault)
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    #[test]
    fn a_statement_is_planned_once_whatever_limit_is_bound() {
        let connection = connect(Path::new(":memory:"), OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        let mut few = connection.prepare("SELECT name FROM sqlite_schema LIMIT ?1").unwrap();
        for limit in 1..=3 {
            assert!(!few.exists([limit]).unwrap());
        }
        assert_eq!(few.get_status(StatementStatus::RePrepare), 0);
    }
}
