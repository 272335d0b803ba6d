//! `POST /events`: one event.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use gs1::percent;
use web::App;

use super::submit::{conflicts, read, ring};
use super::{Behaviour, limits, quota};
use crate::caller::Captures;
use crate::problem::{Kind, Problem};
use crate::store::Batch;
use crate::store_of;

/// `POST /events`: 201 with the address of the event, also where it was there already.
pub(crate) async fn add(
    State(app): State<App>,
    Captures(caller): Captures,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let mut admitted = read(&app, &caller, &headers, body, Behaviour::Rollback).await?;
    let (Some(id), 1) = (admitted.event_ids.pop(), admitted.events.len()) else {
        return Err(Problem::new(Kind::Validation, "trace-one-event"));
    };
    let store = store_of(&app.ground)?;
    quota::admit(&app.ground, &store, caller.tenant, 1).await?;
    let doc = admitted.events.first().map(|event| event.doc.clone()).unwrap_or_default();
    let mut batch = Batch::of(caller.tenant, admitted.events);
    batch.all_or_nothing = true;
    batch.names = admitted.names;
    let outcomes = store.append(batch).await?;
    ring(&app.ground, &outcomes);
    if !conflicts(&outcomes).is_empty() {
        return Err(Problem::new(Kind::AlreadyExists, "trace-event-taken").with("id", id.as_str()));
    }
    let escaped = percent::escaped(id.as_str());
    let mut head = limits();
    let at = HeaderValue::from_str(&format!("/epcis/events/{escaped}")).map_err(Problem::fault)?;
    head.insert(header::LOCATION, at);
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/ld+json"));
    Ok((StatusCode::CREATED, head, doc).into_response())
}
