//! Moving what was written from the log into the file, beside the writer: a checkpoint under way would make a commit
//! wait for a second. When nearly all is moved, the writer is asked for the little that came meanwhile, so that the log
//! can begin anew.

use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rusqlite::Connection;
use tokio::sync::mpsc::WeakSender;

use super::fault;
use super::writer::Work;
use crate::store::{Result, StoreError};

/// Length of the log from which a checkpoint is made: 50,000 pages.
const LONG: u64 = 50_000 * 4096;

/// What the writer calls after a commit.
pub(super) struct Nudge(SyncSender<()>);

impl Nudge {
    /// Has the log looked at; does not wait.
    pub fn look(&self) {
        let _ = self.0.try_send(());
    }
}

/// Starts the thread; it ends with the writer.
pub(super) fn start(connection: Connection, path: &Path, writer: WeakSender<Work>) -> Result<Nudge> {
    let (nudge, nudged) = sync_channel(1);
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::thread::Builder::new()
        .name("trace-checkpoint".to_owned())
        .spawn(move || run(&connection, Path::new(&log), &nudged, &writer))
        .map_err(StoreError::broken)?;
    Ok(Nudge(nudge))
}

fn run(connection: &Connection, log: &Path, nudged: &Receiver<()>, writer: &WeakSender<Work>) {
    let mut long = LONG;
    while nudged.recv().is_ok() {
        let length = std::fs::metadata(log).map_or(0, |file| file.len());
        if length < long {
            continue;
        }
        match passive(connection) {
            // The file keeps its length when the log begins anew: the next checkpoint is due when as much was written.
            Ok((frames, moved)) => {
                long = if moved < frames { length.max(LONG) } else { LONG };
                if let Some(writer) = writer.upgrade() {
                    let _ = writer.blocking_send(Work::Checkpoint);
                }
            }
            Err(error) => tracing::warn!(%error, "a checkpoint of the event store failed"),
        }
    }
}

/// Moves what can be moved without waiting for anyone: frames in the log, and how many of them are in the file now.
pub(super) fn passive(connection: &Connection) -> Result<(i64, i64)> {
    connection
        .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| Ok((row.get(1)?, row.get(2)?)))
        .map_err(fault)
}
