//! Writers: each takes whoever waits, writes them in one transaction, and tells all when it is durable.

use std::sync::Arc;

use tokio::sync::{Mutex, mpsc, oneshot};

use super::TRIES;
use super::append;
use super::link::{Link, is_clash};
use crate::store::batch::Outcome;
use crate::store::prepare::Prepared;
use crate::store::{Result, Shelf};

/// Events of one transaction.
const GROUP_EVENTS: usize = 2_000;
/// Batches of one transaction.
const GROUP: usize = 128;

pub(super) struct Work {
    pub batch: Prepared,
    pub answer: oneshot::Sender<Result<Vec<Outcome>>>,
}

/// Runs until nobody can send any more and all that waited is written.
pub(super) async fn run(link: Link, waiting: Arc<Mutex<mpsc::Receiver<Work>>>, shelf: Shelf) {
    loop {
        let group = gather(&mut *waiting.lock().await).await;
        if group.is_empty() {
            return;
        }
        let (batches, answers): (Vec<_>, Vec<_>) =
            group.into_iter().map(|work| (work.batch, work.answer)).unzip();
        let given = write(&link, &batches, &shelf).await;
        // Whoever no longer waits is not told.
        answers.into_iter().zip(given).for_each(|(answer, given)| drop(answer.send(given)));
    }
}

/// The first and those behind it, as many as one transaction takes.
async fn gather(waiting: &mut mpsc::Receiver<Work>) -> Vec<Work> {
    let Some(first) = waiting.recv().await else { return Vec::new() };
    let mut events = first.batch.events.len();
    let mut group = vec![first];
    while events < GROUP_EVENTS
        && group.len() < GROUP
        && let Ok(next) = waiting.try_recv()
    {
        events += next.batch.events.len();
        group.push(next);
    }
    group
}

/// Writes a group. When it fails, each is tried alone, so that none fails for another.
async fn write(link: &Link, batches: &[Prepared], shelf: &Shelf) -> Vec<Result<Vec<Outcome>>> {
    match again(link, batches, shelf).await {
        Ok(outcomes) => outcomes.into_iter().map(Ok).collect(),
        Err(_) if batches.len() > 1 => {
            let mut given = Vec::with_capacity(batches.len());
            for batch in batches {
                let alone = again(link, std::slice::from_ref(batch), shelf).await;
                given.push(alone.map(|mut outcomes| outcomes.pop().unwrap_or_default()));
            }
            given
        }
        Err(error) => vec![Err(error)],
    }
}

async fn again(link: &Link, batches: &[Prepared], shelf: &Shelf) -> Result<Vec<Vec<Outcome>>> {
    for _ in 1..TRIES {
        match append::group(link, batches, shelf).await {
            Err(error) if is_clash(&error) => {}
            other => return other,
        }
    }
    append::group(link, batches, shelf).await
}
