//! `GET /events?…`: a query in the address.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use epcis::query::{Prefixes, Query};
use web::App;

use super::write::{SIMPLE, extensions, written};
use crate::caller::{Caller, Queries};
use crate::page::Asked;
use crate::problem::Problem;
use crate::query::run::{Asking, run};
use crate::wanted::Wanted;
use crate::{master, store_of};

/// `GET /events`.
pub(super) async fn list(
    State(app): State<App>,
    Queries(caller): Queries,
    wanted: Wanted,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let text = query.unwrap_or_default();
    let query = Query::from_url(&text, &prefixes(&wanted)).map_err(Problem::of_query)?;
    answer(&app, &caller, &wanted, "/epcis/events", &text, (SIMPLE, &query)).await
}

/// The prefixes that the caller declares.
pub(crate) fn prefixes(wanted: &Wanted) -> Prefixes {
    let mut prefixes = Prefixes::default();
    for (prefix, namespace) in &wanted.extensions {
        prefixes.declare(prefix, namespace);
    }
    prefixes
}

/// A page of the results of a query.
///
/// # Errors
/// As [`run`]; a page token that does not hold.
pub(crate) async fn answer(
    app: &App,
    caller: &Caller,
    wanted: &Wanted,
    path: &str,
    text: &str,
    (name, query): (&str, &Query),
) -> Result<Response, Problem> {
    let store = store_of(&app.ground)?;
    let asked = Asked::of(&app.ground, &store, caller, path, text).await?;
    let known = master::of(&app.ground, &store, caller.tenant).await?;
    let asking = Asking { ground: &app.ground, store: &store, caller, query, master: &known };
    let results = run(asking, &asked).await?;
    let mut head = wanted.head();
    asked.link_with(&app.ground, &store, path, results.next, &mut head).await?;
    if let Some(named) = extensions(&results.found, wanted) {
        head.insert("gs1-extensions", named);
    }
    let body = written(results.found, wanted, (name, None), app.ground.clock.now())?;
    Ok((head, body).into_response())
}
