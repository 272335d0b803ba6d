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
    let stored = store_of(&app.ground)?.scan(scan).await?;
    let found = stored.into_iter().map(found).collect::<Result<Vec<_>, _>>()?;
    let found: Vec<Found> = found.into_iter().filter_map(|one| redacted(one, &caller)).collect();
    if found.is_empty() {
        return Err(none());
    }
    let mut head = wanted.head();
    if let Some(named) = extensions(&found, &wanted) {
        head.insert("gs1-extensions", named);
    }
    let body = written(found, &wanted, (SIMPLE, None), app.ground.clock.now())?;
    Ok((head, body).into_response())
}
