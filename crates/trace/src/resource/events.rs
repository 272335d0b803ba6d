//! `GET /bizSteps/{id}/events` and its like: a query with one more condition.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use epcis::query::{EventType, Given, Prefixes, Query};
use gs1::percent;
use web::App;

use super::Resource;
use crate::caller::Queries;
use crate::event::{SIMPLE, answer, prefixes};
use crate::problem::{Kind, Problem};
use crate::wanted::Wanted;

/// `GET /{resource}/{id}/events`.
pub(super) async fn events(
    resource: Resource,
    State(app): State<App>,
    Queries(caller): Queries,
    wanted: Wanted,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let text = query.unwrap_or_default();
    let prefixes = prefixes(&wanted);
    let asked = Query::from_url(&text, &prefixes).map_err(Problem::of_query)?;
    let own = of_one(resource, &id, &prefixes)?;
    let asked = own.conditions().iter().cloned().fold(asked, Query::with);
    let escaped = percent::escaped(&id);
    let path = format!("/epcis/{}/{escaped}/events", resource.path());
    answer(&app, &caller, &wanted, &path, &text, (SIMPLE, &asked)).await
}

/// The query for the events of one.
///
/// # Errors
/// It cannot be one: `NoSuchResource`.
pub(super) fn of_one(resource: Resource, id: &str, prefixes: &Prefixes) -> Result<Query, Problem> {
    let not_found = || Problem::new(Kind::NoSuchResource, "trace-not-found");
    // A query may ask for types of one's own; the repository supports none.
    if resource == Resource::EventTypes && matches!(EventType::of(id), Some(EventType::Own(_))) {
        return Err(not_found());
    }
    let given = Given { name: resource.parameter(id).to_owned(), values: vec![id.to_owned()] };
    Query::read(&[given], prefixes).map_err(|_| not_found())
}
