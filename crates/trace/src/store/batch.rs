//! What is stored at once, and what became of it.

use super::{EventKey, ItemKey, NewEvent, NewJob, Tenant};

/// Events in one batch.
pub const MAX_EVENTS: usize = 10_000;

/// Events of one party that are stored in one transaction.
#[derive(Clone, Debug)]
pub struct Batch {
    /// Who captures.
    pub tenant: Tenant,
    /// With one conflict nothing of the batch is stored, its job neither; otherwise only what conflicts is not.
    pub all_or_nothing: bool,
    /// The events.
    pub events: Vec<NewEvent>,
    /// The capture job, true together with the events; over one with the same id.
    pub job: Option<NewJob>,
    /// URIs of the items that are keyed by hash.
    pub names: Vec<(ItemKey, String)>,
}

impl Batch {
    /// An empty batch.
    pub fn of(tenant: Tenant, events: Vec<NewEvent>) -> Self {
        Self { tenant, all_or_nothing: false, events, job: None, names: Vec::new() }
    }
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is stored.
    Stored,
    /// An event with the same content is there already, or stands before it in the batch: this one.
    Same(EventKey),
    /// This event has the same identity and other content.
    Conflict(EventKey),
    /// It would have been stored, but another event of the batch conflicts.
    Withheld,
}
