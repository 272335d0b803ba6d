//! A stored event becomes an event again.

use epcis::check::check_tree;
use epcis::model::{Content, Event, Namespaces, Time};
use epcis::query::{MasterData, Query};
use ground::Instant;

use crate::problem::Problem;
use crate::store::{Micros, StoredEvent};

/// An event as it was stored, and read.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// As stored.
    pub stored: StoredEvent,
    /// What it says, with the time it was recorded.
    pub event: Event,
    /// What its writer called its namespaces.
    pub namespaces: Namespaces,
}

impl Found {
    /// Whether it is what a query asks for, with its compact IRIs as written or written out.
    pub(crate) fn fits(&self, query: &Query, master: &impl MasterData) -> bool {
        let whole = || self.event.written_out(&self.namespaces);
        query.matches(&self.event, master) || whole().is_some_and(|whole| query.matches(&whole, master))
    }
}

/// Reads a stored event.
///
/// # Errors
/// Its document is none; which the store never kept.
pub(crate) fn found(stored: StoredEvent) -> Result<Found, Problem> {
    let tree = epcis::lower(&stored.doc).map_err(|fault| Problem::fault(format!("{fault:?}")))?;
    let (Some(Content::Event(event, namespaces)), _) = check_tree(&tree) else {
        return Err(Problem::fault("a stored document that is no event"));
    };
    let mut event = *event;
    event.record_time = recorded(stored.record_time);
    Ok(Found { stored, event, namespaces })
}

/// The time of recording, as an event tells it.
pub(crate) fn recorded(at: Micros) -> Option<Time> {
    Time::read(&Instant::from_micros(at.0).rfc3339()).ok()
}
