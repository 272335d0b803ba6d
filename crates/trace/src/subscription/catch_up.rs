//! A subscription that is to begin in the past: what was recorded since then goes into its queue.

use ground::Ground;

use super::hand_out::Ear;
use super::kept::Kept;
use crate::event::found;
use crate::problem::Problem;
use crate::query::narrow;
use crate::store::{Micros, Order, Scan, Span, Store};

/// Events looked at before it is written down how far it is.
const CHUNK: usize = 2_000;

/// Looks at some more of the past; true where it was the last of it.
///
/// # Errors
/// The store or the records are away.
pub(super) async fn catch_up(ground: &Ground, store: &Store, kept: &mut Kept) -> Result<bool, Problem> {
    let Some(from) = kept.subscription.caught_up_to else { return Ok(true) };
    let Some(ear) = Ear::of(ground, store, kept).await? else { return Ok(false) };
    let mut scan = Scan::of(ear.caller.scope(), CHUNK);
    scan.narrow = narrow(&ear.query.hint());
    scan.order = Order::RecordTime;
    // What came later is in the outbox; what is in both is in the queue once.
    let until = Some(Micros(kept.subscription.created_at.saturating_add(1)));
    scan.record_time = Span { from: Some(Micros(from)), until };
    let stored = store.scan(scan).await?;
    let ends = stored.len() < CHUNK;
    let last = stored.last().map(|event| event.record_time.0);
    let found = stored.into_iter().map(found).collect::<Result<Vec<_>, _>>()?;
    let heard = ear.heard(ground, store, &found).await?;
    store.catch_up(&kept.listener(), &heard).await?;
    // Of the same microsecond some may be left: they are looked at again. More than a chunk of them cannot be, as the
    // store counts finer than a thousand events a microsecond.
    kept.subscription.caught_up_to = if ends { None } else { last };
    Ok(kept.save(store, ground.clock.now()).await? && ends)
}
