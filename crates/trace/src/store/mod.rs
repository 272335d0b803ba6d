//! The event store: events, the items in them, and what is kept with them, in a database of its own.
//!
//! | to | call |
//! |---|---|
//! | store events | [`Store::append`] |
//! | read them page by page | [`Store::scan`] |
//! | follow items from event to event | [`Store::hops`] |
//! | list what occurs | [`Store::items`], [`Store::words`], [`Store::kinds`] |
//! | keep what belongs to them | [`Store::job`], [`Store::put_thing`], [`Store::put_master`] |
//! | hand new events on to who listens | [`Store::pending`], [`Store::hand_out`], [`Store::waiting`] |
//!
//! Two databases, one meaning: SQLite for one machine, PostgreSQL for more. The store knows nothing of what an event
//! says: its document is bytes, and whoever captures says by what it is to be found.

mod batch;
mod copy;
mod delivery;
mod dictionary;
mod distribute;
mod engine;
mod event;
mod fault;
mod grade;
mod hop;
mod job;
mod key;
mod links;
mod list;
mod master;
mod occurs;
mod open;
mod outbox;
mod pack;
mod party;
mod postgres;
mod prepare;
mod reading;
mod scan;
mod sqlite;
mod state;
mod thing;
mod value;
mod words;

use std::sync::Arc;

pub use self::batch::{Batch, MAX_EVENTS, Outcome};
pub use self::copy::copy;
pub use self::delivery::{Listener, MAX_WAITING};
pub use self::distribute::Distributed;
pub use self::event::{
    EventKey, Item, MAX_DOCUMENT, MAX_ITEMS, MAX_WORD, Micros, NewEvent, Role, StoredEvent, Tenant,
    Visibility,
};
pub use self::fault::{Result, StoreError};
pub use self::hop::{Hop, MAX_HOPS};
pub use self::job::{Job, NewJob};
pub use self::key::{ItemKey, KeyFault, KeyRange, MAX_KEY, Parts};
pub use self::links::MAX_LINKS;
pub use self::list::{MAX_LIST, WordPlace};
pub use self::master::{Descendants, MAX_LEVELS, MAX_MASTERS, Master};
pub use self::outbox::MAX_PENDING;
pub use self::party::{MAX_PARTIES, Party};
pub(crate) use self::reading::{Nature, Place, Reading};
pub use self::scan::{Direction, MAX_PAGE, Narrow, Order, Scan, Scope, Span};
pub use self::state::Counts;
pub use self::thing::{Expect, FIRST_LISTENER, MAX_THINGS, Thing};

use self::engine::Engine;
use self::open::shown;

/// The event store; cheap to clone.
#[derive(Clone)]
pub struct Store {
    shared: Arc<Shared>,
}

/// What all clones share.
pub(crate) struct Shared {
    engine: Engine,
    words: words::Words,
    parties: party::Parties,
    pack: Arc<pack::Pack>,
    trainer: dictionary::Trainer,
}

/// What writers keep in memory.
#[derive(Clone, Default)]
pub(crate) struct Shelf {
    occurs: Arc<occurs::Occurs>,
}

impl Store {
    /// Stores the events of a batch; returns when they are durable, with what became of each. The same batch may be
    /// given again.
    ///
    /// # Errors
    /// [`StoreError::TooMuch`] and [`StoreError::Unfit`] for what cannot be stored; then nothing of the batch is.
    /// [`StoreError::Away`] when nothing is known of it.
    pub async fn append(&self, batch: Batch) -> Result<Vec<Outcome>> {
        let ready = prepare::prepare(&self.shared, batch).await?;
        let outcomes = self.shared.engine.append(ready).await?;
        let stored = outcomes.iter().filter(|outcome| **outcome == Outcome::Stored).count();
        self.after_append(stored);
        Ok(outcomes)
    }

    /// Finishes what was accepted, and lets the database go. Whoever calls afterwards gets [`StoreError::Closed`].
    pub async fn close(&self) {
        self.shared.engine.close().await;
    }

    fn engine(&self) -> &Engine {
        &self.shared.engine
    }

    fn shared(&self) -> &Shared {
        &self.shared
    }
}
