//! A job as stored.

use sea_orm::entity::prelude::*;

use crate::{Instant, id, words_enum};

id! {
    /// A job.
    JobId
}

words_enum! {
    /// Where a job stands.
    State {
        /// Due or to come.
        Waiting = "waiting",
        /// A worker has it.
        Running = "running",
        /// Done.
        Done = "done",
        /// Given up after the last attempt; an administrator sees why.
        Failed = "failed",
    }
}

/// A job.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JobId,
    /// The kind of work.
    pub kind: String,
    /// What was asked, JSON.
    pub payload: String,
    /// Where it stands.
    pub state: State,
    /// Not before.
    pub run_at: Instant,
    /// Attempts so far.
    pub attempts: i32,
    /// Steps done.
    pub done: i32,
    /// Steps in all; 0 when not known.
    pub total: i32,
    /// Why the last attempt failed.
    pub fault: Option<String>,
    /// When it was asked.
    pub asked_at: Instant,
    /// When it ended.
    pub ended_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
