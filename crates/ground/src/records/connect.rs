//! Connections.

use std::path::PathBuf;
use std::time::Duration;

use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel,
    TransactionTrait,
};

use super::Reader;
use crate::Result;

/// Read-only connections of a SQLite file; reads never wait for the writer in WAL.
const SQLITE_READERS: u32 = 4;
/// Connections to PostgreSQL for changes, and as many again for reads.
const POSTGRES_CONNECTIONS: u32 = 12;
/// How long a request waits for the one writer of SQLite before the page says that the records are away.
const SQLITE_WAIT: Duration = Duration::from_secs(10);
/// How long a request waits for a connection to PostgreSQL, also to a server that just restarts.
const POSTGRES_WAIT: Duration = Duration::from_secs(5);
/// For so long after its last use a connection to PostgreSQL is taken to be there without asking it.
const TRUSTED: Duration = Duration::from_millis(250);
/// Kilobytes of SQLite's page cache a connection.
const SQLITE_CACHE_KIB: &str = "-4096";

/// The records database. Only [`Change`](super::Change) reaches the writable side.
#[derive(Clone, Debug)]
pub struct Records {
    pub(super) write: DatabaseConnection,
    pub(super) read: DatabaseConnection,
}

impl Records {
    /// Opens the database of a URL.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn open(url: &str) -> Result<Self> {
        if let Some(path) = Self::sqlite_path(url) {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(crate::Refusal::unexpected)?;
            }
            let path = path.display();
            let write = Database::connect(sqlite(&format!("sqlite:{path}?mode=rwc"), 1, false)).await?;
            let read =
                Database::connect(sqlite(&format!("sqlite:{path}?mode=rw"), SQLITE_READERS, true)).await?;
            return Ok(Self { write, read });
        }
        let write = Database::connect(postgres(url, false)).await?;
        let read = Database::connect(postgres(url, true)).await?;
        Ok(Self { write, read })
    }

    /// The file of a SQLite URL; none for a server.
    pub(crate) fn sqlite_path(url: &str) -> Option<PathBuf> {
        url.strip_prefix("sqlite:").map(|path| PathBuf::from(path.trim_start_matches("//")))
    }

    /// The records as of one moment, for long reads; ended by a rollback.
    pub(crate) async fn moment(&self) -> Result<DatabaseTransaction> {
        if self.is_sqlite() {
            return Ok(self.read.begin().await?);
        }
        let (level, mode) = (IsolationLevel::RepeatableRead, AccessMode::ReadOnly);
        Ok(self.read.begin_with_config(Some(level), Some(mode)).await?)
    }

    /// A view that cannot write.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.read)
    }

    // For the outbox's cursors, jobs and the session clock: the program's own upkeep, which no one journals.
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Whether this is SQLite.
    pub fn is_sqlite(&self) -> bool {
        self.read.get_database_backend() == DbBackend::Sqlite
    }

    /// `sqlite` or `postgres`, for benches and logs.
    pub fn engine(&self) -> &'static str {
        if self.is_sqlite() { "sqlite" } else { "postgres" }
    }

    /// Asks the database whether it is there; a writer at work does not matter.
    ///
    /// # Errors
    /// `records-unavailable`.
    pub async fn answer(&self) -> Result<()> {
        Ok(self.read.ping().await?)
    }

    /// Closes both sides; what was acknowledged is on disk already.
    pub async fn close(self) {
        for side in [self.write, self.read] {
            if let Err(error) = side.close().await {
                tracing::warn!(%error, "closing the records database");
            }
        }
    }
}

fn shared(options: &mut ConnectOptions, wait: Duration) {
    options.sqlx_logging(false).acquire_timeout(wait).connect_timeout(wait);
}

fn sqlite(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    shared(&mut options, SQLITE_WAIT);
    options
        .max_connections(connections)
        .min_connections(1)
        // A file does not go away between two reads, as a server may.
        .test_before_acquire(false)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>);
    options.map_sqlx_sqlite_opts(move |sqlx| {
        let sqlx = sqlx
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("foreign_keys", "ON")
            .pragma("cache_size", SQLITE_CACHE_KIB)
            .pragma("temp_store", "MEMORY")
            .busy_timeout(SQLITE_WAIT);
        if read_only { sqlx.pragma("query_only", "ON") } else { sqlx }
    });
    options
}

fn postgres(url: &str, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    shared(&mut options, POSTGRES_WAIT);
    options.max_connections(POSTGRES_CONNECTIONS).min_connections(1);
    // One that was used a moment ago is there; asking it each time would double what every read costs.
    options.test_before_acquire_if_idle_for(TRUSTED);
    options.map_sqlx_postgres_opts(move |sqlx| {
        let mode = if read_only { "on" } else { "off" };
        sqlx.options([("default_transaction_read_only", mode), ("timezone", "UTC")])
    });
    options
}
