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
/// A log that cannot begin anew, because someone reads, is looked at again when it has grown by so much.
const GROWN: u64 = LONG / 4;
/// To what a log that begins anew is cut, so that its length says how much is in it.
pub(super) const CUT: u64 = LONG / 2;

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
    let mut due = LONG;
    while nudged.recv().is_ok() {
        let length = std::fs::metadata(log).map_or(0, |file| file.len());
        if length < LONG {
            due = LONG;
        }
        if length < due {
            continue;
        }
        due = length + GROWN;
        match passive(connection) {
            Ok(()) => {
                if let Some(writer) = writer.upgrade() {
                    let _ = writer.blocking_send(Work::Checkpoint);
                }
            }
            Err(error) => tracing::warn!(%error, "a checkpoint of the event store failed"),
        }
    }
}

/// Moves what can be moved without waiting for anyone.
pub(super) fn passive(connection: &Connection) -> Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())).map_err(fault)
}
