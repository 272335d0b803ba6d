//! Queries with a name, each of one party.

use epcis::query::{NamedQuery, Prefixes, Query};

use crate::caller::Caller;
use crate::event::SIMPLE;
use crate::problem::{Kind, Problem};
use crate::store::{Expect, Micros, Store, Thing};

/// Named queries among the store's things.
pub(crate) const KIND: u8 = 3;
/// Longest name.
const MAX_NAME: usize = 200;
/// Most named queries of a party.
pub(crate) const MAX_QUERIES: usize = 200;

/// Names that are the standard's own (8.2.7), or that an address loses on its way.
const RESERVED: [&str; 3] = [SIMPLE, ".", ".."];

/// Keeps a query under its name.
///
/// # Errors
/// The name is taken, or cannot be one; the party has as many as it may; the store is away.
pub(crate) async fn keep(
    store: &Store,
    caller: &Caller,
    named: &NamedQuery,
    now: Micros,
) -> Result<(), Problem> {
    let name = named.name.to_string();
    if name.is_empty() || name.len() > MAX_NAME || name.contains('/') {
        return Err(
            Problem::new(Kind::QueryValidation, "trace-bad-query-name").with("most", MAX_NAME.to_string())
        );
    }
    if RESERVED.contains(&name.as_str()) {
        return Err(Problem::new(Kind::QueryValidation, "trace-query-name-reserved").with("name", name));
    }
    if store.things(Some(caller.tenant), KIND, None, MAX_QUERIES).await?.len() >= MAX_QUERIES {
        let problem = Problem::new(Kind::QueryTooLarge, "trace-too-many-queries");
        return Err(problem.with("most", MAX_QUERIES.to_string()));
    }
    let body = named.to_json().into_bytes();
    let thing = Thing { tenant: caller.tenant, kind: KIND, name: name.clone(), updated: now, body };
    match store.put_thing(thing, Expect::Nothing).await? {
        Some(_) => Ok(()),
        None => Err(Problem::new(Kind::AlreadyExists, "trace-query-taken").with("name", name)),
    }
}

/// The query of a name.
///
/// # Errors
/// There is none; the store is away.
pub(crate) async fn of(store: &Store, caller: &Caller, name: &str) -> Result<(String, Query), Problem> {
    let thing = store.thing(caller.tenant, KIND, name).await?;
    let (thing, _) = thing.ok_or_else(|| none(name))?;
    let source = String::from_utf8(thing.body).map_err(Problem::fault)?;
    let named = NamedQuery::from_json(&source, &Prefixes::default()).map_err(Problem::of_query)?;
    Ok((source, named.query))
}

/// There is no query of that name.
pub(crate) fn none(name: &str) -> Problem {
    Problem::new(Kind::NoSuchName, "trace-no-query").with("name", name)
}
