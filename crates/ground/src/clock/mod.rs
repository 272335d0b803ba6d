//! "Now", ids and chance, as parameters: tests and the demo can stand at a date.

mod day;
mod instant;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

pub use day::Day;
pub use instant::Instant;
use uuid::{ContextV7, Timestamp, Uuid};

/// The clock of a running program, or one that stands still.
#[derive(Clone, Debug)]
pub struct Clock {
    standing_at: Option<Arc<AtomicI64>>,
    /// Counts within a millisecond, so that keys made in one change keep their order.
    ids: Arc<Mutex<ContextV7>>,
}

impl Clock {
    /// The machine's clock.
    pub fn real() -> Self {
        Self { standing_at: None, ids: Arc::default() }
    }

    /// A clock that stands at an instant until it is moved.
    pub fn standing(at: Instant) -> Self {
        Self { standing_at: Some(Arc::new(AtomicI64::new(at.micros()))), ids: Arc::default() }
    }

    /// Moves a standing clock; a real one ignores it.
    pub fn stand_at(&self, at: Instant) {
        if let Some(standing) = &self.standing_at {
            standing.store(at.micros(), Ordering::SeqCst);
        }
    }

    /// The instant now.
    #[allow(clippy::disallowed_methods, reason = "this is the one place that reads the machine's clock")]
    pub fn now(&self) -> Instant {
        match &self.standing_at {
            Some(standing) => Instant::from_micros(standing.load(Ordering::SeqCst)),
            None => Instant::from_micros(jiff::Timestamp::now().as_microsecond()),
        }
    }

    /// The day now in Vietnam.
    pub fn today(&self) -> Day {
        self.now().day()
    }

    /// A new key (UUIDv7): later than every key this clock gave before.
    pub fn new_id(&self) -> Uuid {
        let micros = self.now().micros().max(0);
        let seconds = u64::try_from(micros / 1_000_000).unwrap_or_default();
        let nanos = u32::try_from(micros % 1_000_000).unwrap_or_default() * 1_000;
        Uuid::new_v7(Timestamp::from_unix(&*self.ids, seconds, nanos))
    }

    /// Random bytes from the operating system, for secrets.
    ///
    /// # Errors
    /// When the operating system has none to give.
    pub fn random<const N: usize>(&self) -> crate::Result<[u8; N]> {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).map_err(crate::Refusal::unexpected)?;
        Ok(bytes)
    }
}
