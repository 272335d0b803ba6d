//! New events that everybody may see, in the order of their recording, for a room above that keeps something made of
//! them: from where it was, each at least once, however often the program was stopped.

use ground::{Ground, Instant, Result};

use crate::caller::Sight;
use crate::event::found;
use crate::problem::Problem;
use crate::store::{EventKey, Expect, Micros, Order, Scan, Scope, Store, Thing};
use crate::store_of;
use crate::story::{Happening, NOBODY, told};

/// The kind of the things that say how far somebody is.
const KIND: u8 = 5;

/// Some events, and how far they lead.
pub struct Stretch {
    /// The events, in the order of their recording.
    pub happenings: Vec<Happening>,
    end: EventKey,
}

/// The next events that somebody has not heard of, of those recorded before a moment; none where there are none.
///
/// # Errors
/// The store is away.
pub async fn next(ground: &Ground, name: &str, before: Instant, most: usize) -> Result<Option<Stretch>> {
    let store = store_of(ground)?;
    let mut scan = Scan::of(Scope::Public, most);
    scan.order = Order::RecordTime;
    scan.record_time.until = Some(Micros(before.micros()));
    scan.after = reached(&store, name).await?.map(|key| (key.record_time(), key));
    let events =
        store.scan(scan).await?.into_iter().map(found).collect::<std::result::Result<Vec<_>, Problem>>()?;
    let Some(end) = events.last().map(|one| one.stored.id) else { return Ok(None) };
    let sight = Sight::of(NOBODY, Scope::Public);
    Ok(Some(Stretch { happenings: told(ground, &store, &sight, events).await?, end }))
}

/// Somebody has heard of these.
///
/// # Errors
/// The store is away.
pub async fn heard(ground: &Ground, name: &str, stretch: &Stretch) -> Result<()> {
    let body = stretch.end.0.to_vec();
    let updated = Micros(ground.clock.now().micros());
    let thing = Thing { tenant: NOBODY, kind: KIND, name: name.to_owned(), updated, body };
    store_of(ground)?.put_thing(thing, Expect::Any).await?;
    Ok(())
}

async fn reached(store: &Store, name: &str) -> Result<Option<EventKey>> {
    let kept = store.thing(NOBODY, KIND, name).await?;
    Ok(kept.and_then(|(thing, _)| Some(EventKey(thing.body.try_into().ok()?))))
}
