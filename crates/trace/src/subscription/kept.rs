//! Subscriptions in the store.

use std::sync::Arc;

use ground::{Ground, Instant};

use super::Bell;
use super::model::{Subscription, Way};
use crate::caller::Sight;
use crate::problem::{Kind, Problem};
use crate::store::{Expect, FIRST_LISTENER, Listener, Micros, Store, Tenant, Thing};

/// Webhooks among the store's things.
const WEBHOOK: u8 = FIRST_LISTENER;
/// Open sockets.
const SOCKET: u8 = FIRST_LISTENER + 1;
const KINDS: [u8; 2] = [WEBHOOK, SOCKET];
/// Most subscriptions of a party.
pub(crate) const MAX_SUBSCRIPTIONS: usize = 100;
/// Subscriptions read at once.
const CHUNK: usize = 1_000;

/// A subscription as it was last written.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub tenant: Tenant,
    pub subscription: Subscription,
    /// When it was last written, or its socket last seen.
    pub seen_at: Instant,
    version: i64,
}

impl Kept {
    /// Under what it listens.
    pub(crate) fn listener(&self) -> Listener {
        listener(self.tenant, kind(&self.subscription.way), &self.subscription.id)
    }

    /// Writes it, unless somebody else did; false then.
    ///
    /// # Errors
    /// The store is away.
    pub(crate) async fn save(&mut self, store: &Store, now: Instant) -> Result<bool, Problem> {
        let thing = thing(self.tenant, &self.subscription, now)?;
        match store.put_thing(thing, Expect::Version(self.version)).await? {
            Some(version) => {
                (self.version, self.seen_at) = (version, now);
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// Removes it with what waits for it; false where it is gone already.
    ///
    /// # Errors
    /// The store is away.
    pub(crate) async fn dismiss(&self, store: &Store) -> Result<bool, Problem> {
        Ok(store.dismiss(&self.listener(), Expect::Any).await?)
    }
}

fn listener(tenant: Tenant, kind: u8, id: &str) -> Listener {
    Listener { tenant, kind, name: id.to_owned() }
}

const fn kind(way: &Way) -> u8 {
    match way {
        Way::Webhook { .. } => WEBHOOK,
        Way::Socket => SOCKET,
    }
}

fn thing(tenant: Tenant, subscription: &Subscription, now: Instant) -> Result<Thing, Problem> {
    let body = serde_json::to_vec(subscription).map_err(Problem::fault)?;
    let (kind, name) = (kind(&subscription.way), subscription.id.clone());
    Ok(Thing { tenant, kind, name, updated: Micros(now.micros()), body })
}

fn kept((thing, version): (Thing, i64)) -> Result<Kept, Problem> {
    Ok(Kept {
        tenant: thing.tenant,
        subscription: serde_json::from_slice(&thing.body).map_err(Problem::fault)?,
        seen_at: Instant::from_micros(thing.updated.0),
        version,
    })
}

/// Keeps a new subscription.
///
/// # Errors
/// The party has as many as it may; the store is away.
pub(super) async fn keep(
    store: &Store,
    tenant: Tenant,
    subscription: Subscription,
    now: Instant,
) -> Result<Kept, Problem> {
    let mut count = 0;
    for kind in KINDS {
        count += store.things(Some(tenant), kind, None, MAX_SUBSCRIPTIONS).await?.len();
    }
    if count >= MAX_SUBSCRIPTIONS {
        let problem = Problem::new(Kind::SubscriptionControls, "trace-too-many-subscriptions");
        return Err(problem.with("most", MAX_SUBSCRIPTIONS.to_string()));
    }
    let version = store.put_thing(thing(tenant, &subscription, now)?, Expect::Nothing).await?;
    let version = version.ok_or_else(|| Problem::fault("an identifier that was made twice"))?;
    Ok(Kept { tenant, subscription, seen_at: now, version })
}

/// A subscription of the caller's to a query.
///
/// # Errors
/// There is none; the store is away.
pub(crate) async fn find(store: &Store, caller: &Sight, query: &str, id: &str) -> Result<Kept, Problem> {
    for kind in KINDS {
        if let Some(found) = store.thing(caller.tenant, kind, id).await? {
            let kept = kept(found)?;
            if kept.subscription.query == query {
                return Ok(kept);
            }
        }
    }
    Err(Problem::new(Kind::NoSuchName, "trace-no-subscription").with("id", id))
}

/// As it is now; none where it is gone.
///
/// # Errors
/// The store is away.
pub(super) async fn again(store: &Store, one: &Kept) -> Result<Option<Kept>, Problem> {
    let found = store.thing(one.tenant, kind(&one.subscription.way), &one.subscription.id).await?;
    found.map(kept).transpose()
}

/// The subscriptions of a party to a query.
///
/// # Errors
/// The store is away.
pub(crate) async fn of_query(store: &Store, tenant: Tenant, query: &str) -> Result<Vec<Kept>, Problem> {
    let mut found = Vec::new();
    for kind in KINDS {
        for thing in store.things(Some(tenant), kind, None, MAX_SUBSCRIPTIONS).await? {
            found.push(kept(thing)?);
        }
    }
    found.retain(|kept| kept.subscription.query == query);
    found.sort_by(|one, two| one.subscription.id.cmp(&two.subscription.id));
    Ok(found)
}

/// All subscriptions of all parties.
///
/// # Errors
/// The store is away.
pub(super) async fn all(store: &Store) -> Result<Vec<Kept>, Problem> {
    let mut found: Vec<Kept> = Vec::new();
    for kind in KINDS {
        let mut after: Option<(Tenant, String)> = None;
        loop {
            let from = after.as_ref().map(|(tenant, name)| (*tenant, name.as_str()));
            let chunk = store.things(None, kind, from, CHUNK).await?;
            after = chunk.last().map(|(thing, _)| (thing.tenant, thing.name.clone()));
            let ends = chunk.len() < CHUNK;
            for thing in chunk {
                found.push(kept(thing)?);
            }
            if ends {
                break;
            }
        }
    }
    Ok(found)
}

/// Ends all subscriptions to a query that is removed.
///
/// # Errors
/// The store is away.
pub(crate) async fn forget_query(
    ground: &Ground,
    store: &Store,
    tenant: Tenant,
    query: &str,
) -> Result<(), Problem> {
    for kept in of_query(store, tenant, query).await? {
        kept.dismiss(store).await?;
    }
    let bell: Arc<Bell> = ground.shelf.get();
    bell.sockets.notify_waiters();
    Ok(())
}
