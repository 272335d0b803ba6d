//! Queries with a name: what they ask, what they find, and an end to them.

mod list;
mod remove;
mod show;
mod subscription;

use axum::Router;
use axum::routing::get;
use epcis::query::{Given, NamedQuery, Prefixes};
use ground::{Refusal, Resource, Result};
use gs1::percent;
use web::{App, FormData, Here};

use super::seat::{Seat, resource};
use crate::caller::producer_of_party;
use crate::query::named::KIND;
use crate::store::{Party, Tenant, Thing};

/// The list.
pub(super) const LIST: &str = "/repository/queries";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(LIST, get(list::list))
        .route("/repository/queries/{party}/{name}", get(show::show))
        .route("/repository/queries/{party}/{name}/remove", get(remove::show).post(remove::submit))
        .route(
            "/repository/queries/{party}/{name}/subscriptions/{id}/remove",
            get(subscription::remove::show).post(subscription::remove::submit),
        )
}

/// The page of a query.
fn href(tenant: Tenant, name: &str) -> String {
    format!("{LIST}/{}/{}", tenant.0, percent::escaped(name))
}

/// What a kept query asks.
fn named(thing: &Thing) -> Option<NamedQuery> {
    NamedQuery::from_json(str::from_utf8(&thing.body).ok()?, &Prefixes::default()).ok()
}

/// Its parameters with their values.
fn parameters(named: &NamedQuery) -> Vec<(String, String)> {
    let pair = |Given { name, values }: Given| (name, values.join(" | "));
    named.query.given().into_iter().map(pair).collect()
}

/// A query that the actor sees, with a seat that looks at its party alone.
///
/// # Errors
/// There is none, or it is none of the actor's; the store is away.
async fn kept(here: &Here, party: i32, name: &str) -> Result<(Seat, Party, Thing)> {
    let mut seat = Seat::of(here, &FormData::default()).await?;
    let party = seat.known(here, Tenant(party)).await?;
    seat.party = Some(party.clone());
    let found = seat.store.thing(party.tenant, KIND, name).await?;
    let (thing, _) = found.ok_or_else(Refusal::not_found)?;
    Ok((seat, party, thing))
}

/// The intents of removing something: of any party, of one's own.
type Intents = [&'static str; 2];

const REMOVE: Intents = ["remove-any-query", "remove-query"];

/// The right by which the actor would remove something of a party; none where there is none.
fn right(here: &Here, party: &Party, [any, own]: Intents) -> Option<(&'static str, Resource)> {
    let producer = producer_of_party(&party.key);
    let rights = [Some((any, Resource::installation())), producer.map(|producer| (own, resource(producer)))];
    rights.into_iter().flatten().find(|(intent, resource)| here.may(intent, resource))
}
