//! The writer's thread: whoever waits is written in one transaction, and all are answered when it is on the disk.

use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use super::checkpoint::{self, Nudge};
use super::{append, fault, sql};
use crate::store::batch::Outcome;
use crate::store::prepare::Prepared;
use crate::store::value::{Row, Statement};
use crate::store::{Result, Shelf, StoreError};

/// Events of one transaction: beyond it little is won, and those who wait wait longer.
const GROUP_EVENTS: usize = 4_000;
/// Batches and writes of one transaction.
const GROUP: usize = 256;

pub(super) enum Work {
    Append(Prepared, oneshot::Sender<Result<Vec<Outcome>>>),
    Write(Vec<Statement>, oneshot::Sender<Result<Vec<Vec<Row>>>>),
    Checkpoint,
    Close(oneshot::Sender<()>),
}

/// What a piece of work gave, to be told after the commit.
enum Given {
    Outcomes(Vec<Outcome>),
    Rows(Vec<Vec<Row>>),
    Nothing,
}

/// Starts the thread; it ends when the store is closed or nobody holds it any more.
pub(super) fn start(
    mut connection: Connection,
    mut waiting: mpsc::Receiver<Work>,
    shelf: Shelf,
    nudge: Nudge,
) -> Result<()> {
    let run = move || {
        let mut closing = Vec::new();
        while let Some(first) = waiting.blocking_recv() {
            let (close, group): (Vec<_>, Vec<_>) =
                gather(first, &mut waiting).into_iter().partition(|work| matches!(work, Work::Close(_)));
            if !close.is_empty() {
                waiting.close();
                closing.extend(close);
            }
            if group.iter().any(|work| matches!(work, Work::Checkpoint))
                && let Err(error) = checkpoint::passive(&connection)
            {
                tracing::warn!(%error, "a checkpoint of the event store failed");
            }
            work(&mut connection, group, &shelf);
            nudge.look();
        }
        // Failing, it leaves the log to the next opening.
        let _ = connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        drop(connection);
        closing.into_iter().for_each(|work| tell(work, Ok(Given::Nothing)));
    };
    std::thread::Builder::new().name("trace-writer".to_owned()).spawn(run).map_err(StoreError::broken)?;
    Ok(())
}

/// The first and those behind it, as many as one transaction takes.
fn gather(first: Work, waiting: &mut mpsc::Receiver<Work>) -> Vec<Work> {
    let mut events = size(&first);
    let mut group = vec![first];
    while events < GROUP_EVENTS
        && group.len() < GROUP
        && let Ok(next) = waiting.try_recv()
    {
        events += size(&next);
        group.push(next);
    }
    group
}

fn size(work: &Work) -> usize {
    if let Work::Append(batch, _) = work { batch.events.len() } else { 0 }
}

/// Writes a group. When it fails, each is tried alone, so that none fails for another.
fn work(connection: &mut Connection, group: Vec<Work>, shelf: &Shelf) {
    match write(connection, &group, shelf) {
        Ok(given) => group.into_iter().zip(given).for_each(|(work, given)| tell(work, Ok(given))),
        Err(_) if group.len() > 1 => {
            for work in group {
                let given = write(connection, std::slice::from_ref(&work), shelf);
                tell(work, given.map(|mut given| given.pop().unwrap_or(Given::Nothing)));
            }
        }
        Err(error) => group.into_iter().for_each(|work| tell(work, Err(error.clone()))),
    }
}

fn write(connection: &mut Connection, group: &[Work], shelf: &Shelf) -> Result<Vec<Given>> {
    if group.iter().all(|work| matches!(work, Work::Checkpoint | Work::Close(_))) {
        return Ok(group.iter().map(|_| Given::Nothing).collect());
    }
    // Dropped without a commit, the transaction is rolled back.
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
    let mut given = Vec::with_capacity(group.len());
    let mut stored = Vec::new();
    for work in group {
        given.push(match work {
            Work::Append(batch, _) => {
                let outcomes = append::events(&change, batch)?;
                if !batch.is_withheld(&outcomes) {
                    append::beside(&change, batch)?;
                }
                stored.extend(batch.stored(&outcomes));
                Given::Outcomes(outcomes)
            }
            Work::Write(statements, _) => Given::Rows(
                statements.iter().map(|statement| sql::query(&change, statement)).collect::<Result<_>>()?,
            ),
            Work::Checkpoint | Work::Close(_) => Given::Nothing,
        });
    }
    append::items(&change, &stored)?;
    let news = shelf.occurs.news(stored.iter().map(|(batch, event)| (batch.tenant, *event)));
    for statement in news.statements() {
        sql::query(&change, &statement)?;
    }
    change.commit().map_err(fault)?;
    shelf.occurs.learn(&news);
    Ok(given)
}

/// Whoever no longer waits is not told.
fn tell(work: Work, given: Result<Given>) {
    match (work, given) {
        (Work::Append(_, answer), Ok(Given::Outcomes(outcomes))) => drop(answer.send(Ok(outcomes))),
        (Work::Write(_, answer), Ok(Given::Rows(rows))) => drop(answer.send(Ok(rows))),
        (Work::Append(_, answer), Err(error)) => drop(answer.send(Err(error))),
        (Work::Write(_, answer), Err(error)) => drop(answer.send(Err(error))),
        (Work::Close(answer), _) => drop(answer.send(())),
        _ => {}
    }
}
