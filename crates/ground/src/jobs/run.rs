//! Running what is due.

use std::time::Duration;

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};

use super::row::{ActiveModel, Column, Entity, Model, State};
use super::{Registry, Task};
use crate::{Ground, Result, facts};

/// Attempts before a job is given up.
const ATTEMPTS: i32 = 8;
/// Seconds before the second attempt; each next one waits twice as long.
const FIRST_RETRY_SECONDS: i64 = 2;
/// Jobs taken at a time.
const BATCH: u64 = 16;
/// How long the runner sleeps when nobody wakes it.
const IDLE: Duration = Duration::from_secs(2);
/// Characters of a fault kept.
const FAULT_CHARACTERS: usize = 500;

/// Runs jobs and delivers facts until told to stop; what is under way is finished.
pub async fn run(ground: Ground, registry: Registry, mut stop: tokio::sync::watch::Receiver<bool>) {
    // After a start, and after the database was away in the middle of a job, jobs stand as running that no one runs.
    let mut interrupted = true;
    while !*stop.borrow() {
        match again(&ground, &registry, interrupted).await {
            Ok(any) => {
                interrupted = false;
                if any {
                    continue;
                }
            }
            Err(error) => {
                interrupted = true;
                tracing::warn!(%error, "running jobs");
            }
        }
        tokio::select! {
            () = ground.jobs.bell.notified() => {}
            () = tokio::time::sleep(IDLE) => {}
            _ = stop.changed() => {}
        }
    }
}

async fn again(ground: &Ground, registry: &Registry, interrupted: bool) -> Result<bool> {
    if interrupted {
        resume(ground).await?;
    }
    due_now(ground, registry).await
}

/// Runs everything that is due now; returns whether there was anything. Tests and the demo call it in place of `run`.
///
/// # Errors
/// The records are away.
pub async fn due_now(ground: &Ground, registry: &Registry) -> Result<bool> {
    let mut any = false;
    for subscriber in &registry.subscribers {
        match facts::deliver(ground, subscriber).await {
            Ok(heard) => any |= heard,
            Err(error) => tracing::warn!(%error, subscriber = subscriber.name, "delivering facts"),
        }
    }
    let due = Entity::find()
        .filter(Column::State.eq(State::Waiting))
        .filter(Column::RunAt.lte(ground.clock.now()))
        .order_by_asc(Column::RunAt)
        .limit(BATCH)
        .all(&ground.reader())
        .await?;
    for job in due {
        any = true;
        attempt(ground, registry, job).await?;
    }
    Ok(any)
}

async fn attempt(ground: &Ground, registry: &Registry, job: Model) -> Result<()> {
    let writer = ground.records.writer();
    let claim = ActiveModel { id: Set(job.id), state: Set(State::Running), ..Default::default() };
    Entity::update(claim).exec(writer).await?;
    let outcome = match registry.workers.get(job.kind.as_str()) {
        Some(work) => work(ground.clone(), Task { id: job.id, payload: job.payload }).await,
        None => Err(crate::Refusal::unexpected(format!("nobody does “{}”", job.kind))),
    };
    let now = ground.clock.now();
    let attempts = job.attempts + 1;
    let mut row = ActiveModel { id: Set(job.id), attempts: Set(attempts), ..Default::default() };
    match outcome {
        Ok(()) => {
            row.state = Set(State::Done);
            row.ended_at = Set(Some(now));
            row.fault = Set(None);
        }
        Err(fault) => {
            tracing::warn!(job = %job.id, kind = job.kind, %fault, attempts, "a job failed");
            row.fault = Set(Some(fault.to_string().chars().take(FAULT_CHARACTERS).collect()));
            if attempts >= ATTEMPTS {
                row.state = Set(State::Failed);
                row.ended_at = Set(Some(now));
            } else {
                row.state = Set(State::Waiting);
                row.run_at = Set(now.plus_seconds(FIRST_RETRY_SECONDS << (attempts - 1)));
            }
        }
    }
    Entity::update(row).exec(writer).await?;
    Ok(())
}

// A job that was running when the program ended, or lost its database, starts again.
async fn resume(ground: &Ground) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Waiting))
        .filter(Column::State.eq(State::Running))
        .exec(ground.records.writer())
        .await?;
    Ok(())
}
