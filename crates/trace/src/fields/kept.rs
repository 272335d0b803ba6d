//! The rules in the store, and in memory for as long as nobody can have changed them unseen.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ground::{Ground, Instant};

use super::rules::FieldRules;
use crate::problem::Problem;
use crate::store::{Expect, Micros, Store, Tenant, Thing};

/// The rules among the store's things.
const KIND: u8 = 4;
const NAME: &str = "fields";
/// For so long another process's change may go unseen, in seconds.
const KNOWN_SECONDS: i64 = 10;

#[derive(Default)]
struct Known(Mutex<HashMap<Tenant, (Instant, Arc<FieldRules>)>>);

/// The rules of a party.
///
/// # Errors
/// The store is away.
pub(crate) async fn of(ground: &Ground, store: &Store, tenant: Tenant) -> Result<Arc<FieldRules>, Problem> {
    let (known, now): (Arc<Known>, Instant) = (ground.shelf.get(), ground.clock.now());
    if let Some((at, rules)) = known.0.lock().unwrap_or_else(PoisonError::into_inner).get(&tenant)
        && at.plus_seconds(KNOWN_SECONDS) > now
    {
        return Ok(rules.clone());
    }
    let rules = match store.thing(tenant, KIND, NAME).await? {
        Some((thing, _)) => serde_json::from_slice(&thing.body).map_err(Problem::fault)?,
        None => FieldRules::default(),
    };
    let rules = Arc::new(rules);
    known.0.lock().unwrap_or_else(PoisonError::into_inner).insert(tenant, (now, rules.clone()));
    Ok(rules)
}

/// Keeps the rules of a party.
///
/// # Errors
/// The store is away.
pub(super) async fn keep(
    ground: &Ground,
    store: &Store,
    tenant: Tenant,
    rules: &FieldRules,
) -> Result<(), Problem> {
    let body = serde_json::to_vec(rules).map_err(Problem::fault)?;
    let updated = Micros(ground.clock.now().micros());
    let thing = Thing { tenant, kind: KIND, name: NAME.to_owned(), updated, body };
    store.put_thing(thing, Expect::Any).await?;
    let known: Arc<Known> = ground.shelf.get();
    known.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&tenant);
    Ok(())
}
