//! `GET /events/{id}`: the events of one identifier, an error declaration beside what it withdraws.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use epcis::model::Uri;
use web::App;

use super::write::{SIMPLE, extensions, written};
use super::{Found, found, redacted};
use crate::caller::Queries;
use crate::capture::admit::identities;
use crate::problem::{Kind, Problem};
use crate::store::{Narrow, Scan};
use crate::store_of;
use crate::wanted::Wanted;

/// Most events that one identifier may bring: two of each party that has it.
const MOST: usize = 100;

/// `GET /events/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    Queries(caller): Queries,
    wanted: Wanted,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let none = || Problem::new(Kind::NoSuchResource, "trace-not-found");
    let id = Uri::read(&id).map_err(|_| none())?;
    let mut scan = Scan::of(caller.scope(), MOST);
    scan.narrow = Narrow::Identities(identities(&id).into());
    let store = store_of(&app.ground)?;
    let stored = store.scan(scan).await?;
    let mut seen: Vec<Found> = Vec::new();
    for one in stored {
        seen.extend(redacted(&app.ground, &store, found(one)?, &caller).await?);
    }
    if seen.is_empty() {
        return Err(none());
    }
    let mut head = wanted.head();
    if let Some(named) = extensions(&seen, &wanted) {
        head.insert("gs1-extensions", named);
    }
    let body = written(seen, &wanted, (SIMPLE, None), app.ground.clock.now())?;
    Ok((head, body).into_response())
}
