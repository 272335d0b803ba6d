//! `GET /bizSteps` and its like: what the standard has, and what occurs in the events that the caller sees.

use std::collections::BTreeSet;

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use epcis::cbv::{BizStep, BizSteps, Disposition, Dispositions, Vocabulary};
use epcis::query::Prefixes;
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
    // One more than the page has: it says whether there is a next one.
    let many = asked.per_page + 1;
    let mut names = match resource {
        Resource::EventTypes => types(after),
        Resource::Epcs => items(&store, &caller, after, many).await?,
        Resource::Words(place) => words(&store, &caller, place, after, many).await?,
    };
    let more = names.len() > asked.per_page;
    names.truncate(asked.per_page);
    let next = names.last().filter(|_| more).map(|last| Cursor::After(last.clone()));
    let declared = prefixes(&wanted);
    let told = names.into_iter().map(|name| shortened(told(resource, name, &wanted), &wanted, &declared));
    let mut response = collection(&wanted, told.map(Value::from).collect());
    asked.link(&app.ground, &store, &path, next, response.headers_mut()).await?;
    Ok(response)
}

// The standard's types are known to the repository, whether or not there are events of them.
fn types(after: &str) -> Vec<String> {
    let begin = TYPES.iter().position(|word| *word == after).map_or(0, |place| place + 1);
    TYPES.iter().skip(begin).map(|word| (*word).to_owned()).collect()
}

// What the standard has and what occurs, each once, in the order of their IRIs.
async fn words(
    store: &Store,
    caller: &Caller,
    place: WordPlace,
    after: &str,
    many: usize,
) -> Result<Vec<String>, Problem> {
    let standard = match place {
        WordPlace::BizStep => iris::<BizSteps>(),
        WordPlace::Disposition => iris::<Dispositions>(),
        WordPlace::ReadPoint | WordPlace::BizLocation => Vec::new(),
    };
    let mut all: BTreeSet<String> = standard.into_iter().filter(|iri| iri.as_str() > after).collect();
    all.extend(store.words(caller.scope(), place, after, many).await?);
    Ok(all.into_iter().take(many).collect())
}

fn iris<V: Vocabulary>() -> Vec<String> {
    V::TERMS.iter().map(|word| [V::IRI, word].concat()).collect()
}

async fn items(store: &Store, caller: &Caller, after: &str, many: usize) -> Result<Vec<String>, Problem> {
    let after = (!after.is_empty()).then(|| key_of(after));
    let keys = store.items(caller.scope(), after.as_ref(), many).await?;
    let hashed = store.names(&keys).await?;
    let uri = |key: &ItemKey| {
        link_of(key).or_else(|| hashed.iter().find(|(known, _)| known == key).map(|(_, uri)| uri.clone()))
    };
    Ok(keys.iter().filter_map(uri).collect())
}

// The standard's own words bare, objects and places in the form that is wanted.
fn told(resource: Resource, name: String, wanted: &Wanted) -> String {
    match resource {
        Resource::EventTypes => name,
        Resource::Words(WordPlace::BizStep) => match BizStep::read(&name) {
            Ok(step) => step.word().to_owned(),
            Err(_) => name,
        },
        Resource::Words(WordPlace::Disposition) => match Disposition::read(&name) {
            Ok(state) => state.word().to_owned(),
            Err(_) => name,
        },
        Resource::Epcs | Resource::Words(WordPlace::ReadPoint | WordPlace::BizLocation) => {
            rewritten(&name, wanted.epcs, &PrefixLengths::unknown())
        }
    }
}

// With the prefix that the caller declared for most of it, where it is read as the same again.
fn shortened(uri: String, wanted: &Wanted, declared: &Prefixes) -> String {
    let fitting = wanted.extensions.iter().filter_map(|(prefix, namespace)| {
        let rest = uri.strip_prefix(namespace.as_str())?;
        let short = format!("{prefix}:{rest}");
        let is_name = !rest.is_empty() && !rest.starts_with("//");
        (is_name && declared.expanded(&short).as_ref() == Some(&uri)).then_some((namespace.len(), short))
    });
    let shortest = fitting.max_by_key(|(length, _)| *length).map(|(_, short)| short);
    shortest.unwrap_or(uri)
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
