//! The connections, their settings, and the schema.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;

use tokio::sync::mpsc;
use tokio_postgres::Client;

use super::link::{Link, fault};
use super::server::Server;
use super::{Postgres, QUEUE, writer};
use crate::store::{Result, Shelf, StoreError};

/// Each brings the schema one version further.
const MIGRATIONS: [&str; 2] = [
    include_str!("../../../migrations/0001-store.postgres.sql"),
    include_str!("../../../migrations/0002-grade.postgres.sql"),
];

/// The oldest version whose words the statements use.
const OLDEST: i64 = 150_000;
const READERS: usize = 4;
const WRITERS: usize = 2;

/// Without the whole table as a choice, outdated statistics cannot lead to reading the archive; and a plan that is
/// thought dear is not worth compiling.
const READ: &str = "SET search_path = trace; SET enable_seqscan = off; SET jit = off; \
     SET default_transaction_read_only = on";
/// The modify mode means something to Citus only: one connection to each machine, not one to each shard.
const WRITE: &str = "SET search_path = trace; SET jit = off; SET enable_seqscan = off; \
     SET citus.multi_shard_modify_mode = 'sequential'";
/// Held while the schema is made.
const LOCK: i64 = 0x5365_6E74;

impl Postgres {
    /// Connects, makes and migrates the schema where needed, and starts the writers.
    pub async fn open_at(address: &str, shelf: Shelf) -> Result<Self> {
        let server = Server::at(address)?;
        migrate(&mut server.connect().await?).await?;
        let readers = (0..READERS).map(|_| Link::new(server.clone(), READ)).collect();
        let (queue, waiting) = mpsc::channel(QUEUE);
        let waiting = Arc::new(tokio::sync::Mutex::new(waiting));
        let writers = (0..WRITERS)
            .map(|_| {
                let link = Link::new(server.clone(), WRITE);
                tokio::spawn(writer::run(link, Arc::clone(&waiting), shelf.clone()))
            })
            .collect();
        Ok(Self {
            readers,
            next: AtomicUsize::new(0),
            single: Link::new(server.clone(), WRITE),
            several: Arc::new(tokio::sync::Mutex::new(Link::new(server, WRITE))),
            queue: Mutex::new(Some(queue)),
            writers: Mutex::new(writers),
        })
    }
}

/// Forward only, one process at a time.
async fn migrate(client: &mut Client) -> Result<()> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    let server =
        client.query_one("SELECT current_setting('server_version_num')::bigint", &[]).await.map_err(fault)?;
    if server.get::<_, i64>(0) < OLDEST {
        return Err(StoreError::broken("PostgreSQL is older than version 15"));
    }
    let change = client.transaction().await.map_err(fault)?;
    change.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK]).await.map_err(fault)?;
    change.batch_execute(SCHEMA).await.map_err(fault)?;
    let row = change.query_one("SELECT coalesce(max(version), 0) FROM version", &[]).await.map_err(fault)?;
    let found: i64 = row.get(0);
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    let new = usize::try_from(found).map_err(StoreError::broken)?;
    for step in &MIGRATIONS[new..] {
        change.batch_execute(step).await.map_err(fault)?;
    }
    if found < known {
        change.batch_execute("DELETE FROM version").await.map_err(fault)?;
        change.execute("INSERT INTO version (version) VALUES ($1)", &[&known]).await.map_err(fault)?;
    }
    change.commit().await.map_err(fault)
}

const SCHEMA: &str = "CREATE SCHEMA IF NOT EXISTS trace; SET LOCAL search_path = trace; \
     CREATE TABLE IF NOT EXISTS version (version bigint PRIMARY KEY)";
