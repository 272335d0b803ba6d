//! PostgreSQL 15 or later: few connections that write, each for all who wait, and few that read.

mod append;
mod classify;
mod distribute;
mod link;
mod open;
mod read;
mod server;
mod value;
mod writer;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use futures::future::try_join_all;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use self::link::Link;
use self::writer::Work;
use super::batch::Outcome;
use super::prepare::Prepared;
use super::value::{Row, Statement};
use super::{Result, StoreError};

/// Batches that wait for a writer; further callers wait to be let in.
const QUEUE: usize = 256;
/// Tries when transactions stood in each other's way.
const TRIES: usize = 5;

/// A store on PostgreSQL.
pub(crate) struct Postgres {
    readers: Vec<Link>,
    next: AtomicUsize,
    /// For single statements, each a transaction of its own.
    single: Link,
    /// For several statements in one transaction, by one caller at a time.
    several: Arc<tokio::sync::Mutex<Link>>,
    queue: Mutex<Option<mpsc::Sender<Work>>>,
    writers: Mutex<Vec<JoinHandle<()>>>,
}

impl Postgres {
    pub async fn read(&self, statement: Statement) -> Result<Vec<Row>> {
        self.open()?;
        self.reader().live().await?.query(&statement).await
    }

    /// All on one connection, none waiting for the one before.
    pub async fn read_each(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>> {
        self.open()?;
        let live = self.reader().live().await?;
        try_join_all(statements.iter().map(|statement| live.query(statement))).await
    }

    pub async fn write(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>> {
        self.open()?;
        if let [statement] = statements.as_slice() {
            return Ok(vec![self.single.live().await?.query(statement).await?]);
        }
        // A task of its own: a caller who stops waiting must not leave a transaction open.
        let link = Arc::clone(&self.several);
        let write = tokio::spawn(async move {
            let link = link.lock().await;
            for _ in 1..TRIES {
                match several(&link, &statements).await {
                    Err(error) if link::is_clash(&error) => {}
                    other => return other,
                }
            }
            several(&link, &statements).await
        });
        write.await.map_err(StoreError::broken)?
    }

    pub async fn append(&self, batch: Prepared) -> Result<Vec<Outcome>> {
        let (answer, answered) = oneshot::channel();
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let queue = queue.ok_or(StoreError::Closed)?;
        queue.send(Work { batch, answer }).await.map_err(|_| StoreError::Closed)?;
        drop(queue);
        answered.await.map_err(|_| StoreError::Closed)?
    }

    /// Events, roughly, and bytes on the disk.
    pub async fn size(&self) -> Result<(u64, u64)> {
        let mut rows = self.read(Statement::new(SIZE, Vec::new())).await?;
        let row = rows.first_mut().ok_or_else(|| StoreError::broken("no size"))?;
        Ok((row.small(0)?, row.small(1)?))
    }

    /// Finishes what waits.
    pub async fn close(&self) {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).take();
        let writers = std::mem::take(&mut *self.writers.lock().unwrap_or_else(PoisonError::into_inner));
        for writer in writers {
            let _ = writer.await;
        }
    }

    /// In turn: a connection answers several in order, without waiting for one before it asks the next.
    fn reader(&self) -> &Link {
        &self.readers[self.next.fetch_add(1, Ordering::Relaxed) % self.readers.len()]
    }

    fn open(&self) -> Result<()> {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        if queue.is_some() { Ok(()) } else { Err(StoreError::Closed) }
    }
}

async fn several(link: &Link, statements: &[Statement]) -> Result<Vec<Vec<Row>>> {
    let live = link.live().await?;
    // Made ready before, because what is ready would overtake what is not.
    for statement in statements {
        live.ready(&statement.sql).await?;
    }
    live.batch("BEGIN").await?;
    // One after the other on the way, all at once in the waiting.
    match try_join_all(statements.iter().map(|statement| live.query(statement))).await {
        Ok(rows) => live.batch("COMMIT").await.map(|()| rows),
        Err(error) => {
            let _ = live.batch("ROLLBACK").await;
            Err(error)
        }
    }
}

const SIZE: &str = "SELECT greatest(max(reltuples) FILTER (WHERE relname = 'event'), 0)::bigint, \
     coalesce(sum(pg_total_relation_size(pg_class.oid)), 0)::bigint \
     FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = 'trace' AND relkind = 'r'";
