//! How much a party captures in a day.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ground::{Day, Ground};

use crate::problem::{Kind, Problem};
use crate::store::{Micros, Store, Tenant};

/// What was captured today; read from the store once a day, counted from there on.
#[derive(Default)]
struct Today(Mutex<HashMap<Tenant, (Day, u64)>>);

/// Whether a party may capture so many more events today. What turns out to be there already counts as well.
///
/// # Errors
/// The day's quota is used up; the store is away.
pub(super) async fn admit(
    ground: &Ground,
    store: &Store,
    tenant: Tenant,
    events: usize,
) -> Result<(), Problem> {
    let most = ground.config.trace_events_a_day;
    let (today, day): (Arc<Today>, Day) = (ground.shelf.get(), ground.clock.today());
    let known = today.of(tenant, day);
    let before = match known {
        Some(count) => count,
        None => store.recorded_since(tenant, Micros(day.start().micros()), most).await?,
    };
    let after = before.saturating_add(events as u64);
    if after > most {
        return Err(Problem::new(Kind::Quota, "trace-quota").with("most", most.to_string()));
    }
    today.add(tenant, day, before, events as u64);
    Ok(())
}

impl Today {
    fn of(&self, tenant: Tenant, day: Day) -> Option<u64> {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.get(&tenant).filter(|(of, _)| *of == day).map(|(_, count)| *count)
    }

    // Others may have counted in between: theirs is kept.
    fn add(&self, tenant: Tenant, day: Day, before: u64, events: u64) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = counts.entry(tenant).or_insert((day, before));
        if entry.0 != day {
            *entry = (day, before);
        }
        entry.1 = entry.1.saturating_add(events);
    }
}
