//! `GET /bizSteps` and its like: what occurs in the events that the caller sees.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use epcis::cbv::{BizStep, Disposition};
use gs1::epc::PrefixLengths;
use serde_json::Value;
use web::App;

use super::Resource;
use super::events::of_one;
use crate::caller::{Caller, Queries};
use crate::discover::collection;
use crate::event::items::{key_of, link_of};
use crate::event::{prefixes, rewritten};
use crate::page::{Asked, Cursor};
use crate::problem::Problem;
use crate::store::{ItemKey, Store, WordPlace};
use crate::store_of;
use crate::wanted::{InJson, Wanted};

/// The types of events, in the order of their numbers in the store.
pub(crate) const TYPES: [&str; 5] =
    ["ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"];

/// `GET /{resource}`.
pub(super) async fn list(
    resource: Resource,
    State(app): State<App>,
    Queries(caller): Queries,
    InJson(wanted): InJson,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let store = store_of(&app.ground)?;
    let path = format!("/epcis/{}", resource.path());
    let asked = Asked::of(&app.ground, &store, &caller, &path, query.as_deref().unwrap_or_default()).await?;
    let after = asked.cursor.as_ref().and_then(Cursor::name).unwrap_or_default();
    let (mut names, members) = match resource {
        // The standard's types are known to the repository, whether or not there are events of them.
        Resource::EventTypes => (Vec::new(), TYPES.iter().map(|word| Value::from(*word)).collect()),
        Resource::Epcs => items(&store, &caller, &wanted, after, asked.per_page).await?,
        Resource::Words(place) => {
            let names = store.words(caller.scope(), place, after, asked.per_page + 1).await?;
            let members = names.iter().map(|uri| Value::from(told(place, uri, &wanted))).collect();
            (names, members)
        }
    };
    let members: Vec<Value> = members;
    let more = names.len() > asked.per_page;
    names.truncate(asked.per_page);
    let next = names.last().filter(|_| more).map(|last| Cursor::After(last.clone()));
    let shown = members.into_iter().take(asked.per_page.max(TYPES.len())).collect();
    let mut response = collection(&wanted, shown);
    asked.link(&app.ground, &store, &path, next, response.headers_mut()).await?;
    Ok(response)
}

// The standard's own words bare, places in the form that is wanted.
fn told(place: WordPlace, uri: &str, wanted: &Wanted) -> String {
    match place {
        WordPlace::BizStep => {
            BizStep::read(uri).map_or_else(|_| uri.to_owned(), |step| step.word().to_owned())
        }
        WordPlace::Disposition => {
            Disposition::read(uri).map_or_else(|_| uri.to_owned(), |state| state.word().to_owned())
        }
        WordPlace::ReadPoint | WordPlace::BizLocation => {
            rewritten(uri, wanted.epcs, &PrefixLengths::unknown())
        }
    }
}

async fn items(
    store: &Store,
    caller: &Caller,
    wanted: &Wanted,
    after: &str,
    per_page: usize,
) -> Result<(Vec<String>, Vec<Value>), Problem> {
    let after = (!after.is_empty()).then(|| key_of(after));
    let keys = store.items(caller.scope(), after.as_ref(), per_page + 1).await?;
    let hashed = store.names(&keys).await?;
    let uri = |key: &ItemKey| {
        link_of(key).or_else(|| hashed.iter().find(|(known, _)| known == key).map(|(_, uri)| uri.clone()))
    };
    let uris: Vec<String> = keys.iter().filter_map(uri).collect();
    let members = uris.iter().map(|uri| Value::from(rewritten(uri, wanted.epcs, &PrefixLengths::unknown())));
    let members = members.collect();
    Ok((uris, members))
}

/// `GET /{resource}/{id}`: what there is of one.
pub(super) async fn inside(
    resource: Resource,
    Queries(_): Queries,
    InJson(wanted): InJson,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    of_one(resource, &id, &prefixes(&wanted))?;
    Ok(collection(&wanted, vec![Value::from("events")]))
}
