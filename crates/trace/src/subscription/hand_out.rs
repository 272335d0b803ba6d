//! From the outbox into the queues: each new event to the subscriptions that it is for.

use std::collections::HashMap;

use epcis::query::Query;
use ground::Ground;

use super::kept::Kept;
use crate::caller::Caller;
use crate::event::{Found, found, redacted};
use crate::master::{self, Known};
use crate::problem::Problem;
use crate::store::{EventKey, Narrow, Scan, Scope, Store, Tenant};

/// Events handed out at once.
const CHUNK: usize = 500;

/// A subscription that can be asked whether an event is for it.
pub(super) struct Ear {
    pub caller: Caller,
    pub query: Query,
    pub master: Known,
    since: i64,
}

impl Ear {
    /// Of a subscription; none where its key may no longer ask.
    ///
    /// # Errors
    /// The store or the records are away.
    pub(super) async fn of(ground: &Ground, store: &Store, kept: &Kept) -> Result<Option<Self>, Problem> {
        let Some(caller) = Caller::of_key(ground, kept.subscription.key, kept.tenant).await? else {
            return Ok(None);
        };
        let query = kept.subscription.query()?;
        let master = master::for_query(ground, store, kept.tenant, &query).await?;
        Ok(Some(Self { caller, query, master, since: kept.subscription.since }))
    }

    /// Whether an event is for it, by what its party may see of the event.
    ///
    /// # Errors
    /// The store is away.
    async fn hears(&self, ground: &Ground, store: &Store, found: &Found) -> Result<bool, Problem> {
        if found.stored.record_time.0 < self.since || !self.caller.finds(&found.stored) {
            return Ok(false);
        }
        // What is one's own is seen whole, and need not be copied.
        if self.caller.sees_whole(found.stored.tenant) {
            return Ok(found.fits(&self.query, &self.master));
        }
        let seen = redacted(ground, store, found.clone(), &self.caller).await?;
        Ok(seen.is_some_and(|seen| seen.fits(&self.query, &self.master)))
    }

    /// Which of some events are for it.
    ///
    /// # Errors
    /// The store is away.
    pub(super) async fn heard(
        &self,
        ground: &Ground,
        store: &Store,
        events: &[Found],
    ) -> Result<Vec<(Tenant, EventKey)>, Problem> {
        let mut heard = Vec::new();
        for found in events {
            if self.hears(ground, store, found).await? {
                heard.push((found.stored.tenant, found.stored.id));
            }
        }
        Ok(heard)
    }
}

/// The subscriptions that listen, each made ready once.
#[derive(Default)]
pub(super) struct Ears(HashMap<String, Option<Ear>>);

impl Ears {
    async fn of(&mut self, ground: &Ground, store: &Store, kept: &Kept) -> Result<Option<&Ear>, Problem> {
        let id = &kept.subscription.id;
        if !self.0.contains_key(id) {
            let ear = Ear::of(ground, store, kept).await?;
            self.0.insert(id.clone(), ear);
        }
        Ok(self.0.get(id).and_then(Option::as_ref))
    }
}

/// Hands out what waits in the outbox, as much as one transaction takes; false where nothing is left.
///
/// # Errors
/// The store or the records are away.
pub(super) async fn hand_out(
    ground: &Ground,
    store: &Store,
    all: &[Kept],
    ears: &mut Ears,
) -> Result<bool, Problem> {
    let pending = store.pending(CHUNK).await?;
    if pending.is_empty() {
        return Ok(false);
    }
    let events = read(store, &pending).await?;
    let mut parcels = Vec::new();
    for kept in all.iter().filter(|kept| kept.subscription.is_live()) {
        let Some(ear) = ears.of(ground, store, kept).await? else { continue };
        let heard = ear.heard(ground, store, &events).await?;
        if !heard.is_empty() {
            parcels.push((kept.listener(), heard));
        }
    }
    store.hand_out(&pending, &parcels).await?;
    Ok(pending.len() == CHUNK)
}

/// Events by their keys, in the order in which they were recorded.
///
/// # Errors
/// The store is away.
pub(super) async fn read(store: &Store, keys: &[(Tenant, EventKey)]) -> Result<Vec<Found>, Problem> {
    let mut scan = Scan::of(Scope::All, keys.len());
    scan.order = crate::store::Order::RecordTime;
    scan.narrow = Narrow::Keys(keys.to_vec());
    store.scan(scan).await?.into_iter().map(found).collect()
}
