//! Jobs: durable work that outlives a restart, is retried, and shows its progress.

mod row;
mod run;

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;

pub use row::{JobId, Model as Job, State};
pub use run::{due_now, run};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::Notify;

use crate::facts::Subscriber;
use crate::{Clock, Ground, Instant, Result};

/// Work left by a change.
#[derive(Clone, Debug)]
pub struct NewJob {
    kind: &'static str,
    payload: String,
    run_at: Option<Instant>,
}

impl NewJob {
    /// Work of a kind, as soon as possible.
    ///
    /// # Errors
    /// The payload cannot be written as JSON.
    pub fn new(kind: &'static str, payload: &impl Serialize) -> Result<Self> {
        Ok(Self { kind, payload: serde_json::to_string(payload)?, run_at: None })
    }

    /// Not before an instant.
    #[must_use]
    pub fn not_before(mut self, at: Instant) -> Self {
        self.run_at = Some(at);
        self
    }
}

/// What a worker does with one job; doing it twice must do no harm.
pub type Work = fn(Ground, Task) -> Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A kind of work and who does it.
#[derive(Clone, Copy)]
pub struct Worker {
    /// The kind.
    pub kind: &'static str,
    /// What it does.
    pub work: Work,
}

/// A job as a worker gets it.
#[derive(Clone, Debug)]
pub struct Task {
    id: JobId,
    payload: String,
}

impl Task {
    /// What was asked.
    ///
    /// # Errors
    /// It is not of that shape.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T> {
        Ok(serde_json::from_str(&self.payload)?)
    }

    /// Shows how far the work is.
    ///
    /// # Errors
    /// The records are away.
    pub async fn progress(&self, ground: &Ground, done: i32, total: i32) -> Result<()> {
        let row =
            row::ActiveModel { id: Set(self.id), done: Set(done), total: Set(total), ..Default::default() };
        row::Entity::update(row).exec(ground.records.writer()).await?;
        Ok(())
    }
}

/// Wakes the runner.
#[derive(Clone, Debug, Default)]
pub struct Jobs {
    bell: Arc<Notify>,
}

impl Jobs {
    pub(crate) fn wake(&self) {
        self.bell.notify_one();
    }
}

/// All workers and subscribers of the program.
#[derive(Clone, Default)]
pub struct Registry {
    workers: HashMap<&'static str, Work>,
    subscribers: Vec<Subscriber>,
}

impl Registry {
    /// Of the rooms' lists.
    pub fn new(
        workers: impl IntoIterator<Item = Worker>,
        subscribers: impl IntoIterator<Item = Subscriber>,
    ) -> Self {
        Self {
            workers: workers.into_iter().map(|worker| (worker.kind, worker.work)).collect(),
            subscribers: subscribers.into_iter().collect(),
        }
    }
}

/// The newest job of a kind that was asked for exactly this, to show how far it is.
///
/// # Errors
/// The records are away.
pub async fn of_payload(reader: &crate::Reader<'_>, kind: &str, payload: &impl Serialize) -> Result<Option<Job>> {
    let jobs = row::Entity::find()
        .filter(row::Column::Kind.eq(kind))
        .filter(row::Column::Payload.eq(serde_json::to_string(payload)?))
        .order_by_desc(row::Column::AskedAt);
    Ok(jobs.one(reader).await?)
}

pub(crate) async fn insert(transaction: &DatabaseTransaction, clock: &Clock, job: NewJob) -> Result<()> {
    let now = clock.now();
    let row = row::ActiveModel {
        id: Set(JobId(clock.new_id())),
        kind: Set(job.kind.to_owned()),
        payload: Set(job.payload),
        state: Set(State::Waiting),
        run_at: Set(job.run_at.unwrap_or(now)),
        attempts: Set(0),
        done: Set(0),
        total: Set(0),
        fault: Set(None),
        asked_at: Set(now),
        ended_at: Set(None),
    };
    row::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}
