//! SQLite: one file, one writer that commits for all who wait, readers that never write.

mod append;
mod checkpoint;
mod hops;
mod open;
mod reader;
mod scan;
mod sql;
mod writer;

use tokio::sync::{mpsc, oneshot};

pub(crate) use self::hops::hops;
use self::reader::Readers;
pub(crate) use self::scan::of_events;
pub(crate) use self::sql::query;
use self::writer::Work;
use super::batch::Outcome;
use super::hop::{Hop, Hops};
use super::prepare::Prepared;
use super::scan::{Found, Wanted};
use super::value::{Row, Statement};
use super::{Result, StoreError};
use rusqlite::{Connection, Transaction};

/// Batches and writes that wait for the writer; further callers wait to be let in.
const QUEUE: usize = 256;

/// A store on SQLite.
pub(crate) struct Sqlite {
    queue: mpsc::Sender<Work>,
    readers: Readers,
}

impl Sqlite {
    pub async fn read(&self, statement: Statement) -> Result<Vec<Row>> {
        self.readers.read(move |connection| query(connection, &statement)).await
    }

    /// How each stream of a page would be read.
    pub async fn explain(&self, wanted: Wanted) -> Result<Vec<String>> {
        self.readers.read(move |connection| scan::explain(connection, &wanted)).await
    }

    pub async fn write(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>> {
        self.work(|answer| Work::Write(statements, answer)).await
    }

    pub async fn append(&self, batch: Prepared) -> Result<Vec<Outcome>> {
        self.work(|answer| Work::Append(batch, answer)).await
    }

    pub async fn scan(&self, wanted: Wanted) -> Result<Vec<Found>> {
        self.readers.read(move |connection| scan::scan(connection, &wanted)).await
    }

    pub async fn hops(&self, wanted: Hops) -> Result<Vec<Hop>> {
        self.readers.read(move |connection| hops(&*snapshot(connection)?, &wanted)).await
    }

    /// Reads as often as the caller wants, in one snapshot.
    pub async fn at_once<T: Send + 'static>(
        &self,
        read: impl FnOnce(&mut Connection) -> T + Send + 'static,
    ) -> Result<T> {
        let read = |connection: &mut Connection| {
            connection.execute_batch("BEGIN").map_err(fault)?;
            let given = read(connection);
            connection.execute_batch("ROLLBACK").map_err(fault)?;
            Ok(given)
        };
        self.readers.read(read).await
    }

    /// Events, roughly, and bytes on the disk.
    pub async fn size(&self) -> Result<(u64, u64)> {
        let mut rows = self.read(Statement::new(SIZE, Vec::new())).await?;
        let row = rows.first_mut().ok_or_else(|| StoreError::broken("no size"))?;
        Ok((row.small(0)?, row.small(1)?))
    }

    /// Finishes what waits, then brings everything into the file.
    pub async fn close(&self) {
        let (answer, closed) = oneshot::channel();
        if self.queue.send(Work::Close(answer)).await.is_ok() {
            let _ = closed.await;
        }
        self.readers.close();
    }

    async fn work<T>(&self, work: impl FnOnce(oneshot::Sender<Result<T>>) -> Work) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        self.queue.send(work(answer)).await.map_err(|_| StoreError::Closed)?;
        answered.await.map_err(|_| StoreError::Closed)?
    }
}

/// One moment for several statements.
fn snapshot(connection: &mut Connection) -> Result<Transaction<'_>> {
    connection.transaction().map_err(fault)
}

/// An error of the database in the store's words.
fn fault(error: rusqlite::Error) -> StoreError {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::Full,
        Some(
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::CannotOpen
            | ErrorCode::SystemIoFailure
            | ErrorCode::ReadOnly
            | ErrorCode::PermissionDenied,
        ) => StoreError::Away(error.to_string()),
        _ => StoreError::broken(error),
    }
}

/// Events are never removed, so the number of the last is how many there are. Pages in the log count.
const SIZE: &str = "SELECT (SELECT coalesce(max(rowid), 0) FROM event), page_count * page_size \
     FROM pragma_page_count(), pragma_page_size()";
