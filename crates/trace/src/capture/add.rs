//! `POST /events`: one event.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use gs1::epc::PrefixLengths;
use gs1::percent;
use web::App;

use super::submit::{conflicts, read, ring};
use super::{Behaviour, limits, quota};
use crate::caller::Captures;
use crate::event::{recorded, rewrite};
use crate::problem::{Kind, Problem};
use crate::store::{Batch, Outcome};
use crate::store_of;
use crate::wanted::InJson;

/// `POST /events`: 201 with the address of the event, also where it was there already.
pub(crate) async fn add(
    State(app): State<App>,
    Captures(caller): Captures,
    InJson(wanted): InJson,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let mut admitted = read(&app, &caller, &headers, body, Behaviour::Rollback).await?;
    let one = (admitted.event_ids.pop(), admitted.last.take(), admitted.events.as_slice());
    let (Some(id), Some(mut event), [kept]) = one else {
        return Err(Problem::new(Kind::Validation, "trace-one-event"));
    };
    let mut at = kept.id.record_time();
    let store = store_of(&app.ground)?;
    quota::admit(&app.ground, &store, caller.tenant, 1).await?;
    let mut batch = Batch::of(caller.tenant, admitted.events);
    batch.all_or_nothing = true;
    batch.names = admitted.names;
    let outcomes = store.append(batch).await?;
    ring(&app.ground, &outcomes);
    if !conflicts(&outcomes).is_empty() {
        return Err(Problem::new(Kind::AlreadyExists, "trace-event-taken").with("id", id.as_str()));
    }
    // What was there already was recorded when it came first.
    if let Some(Outcome::Same(first)) = outcomes.first() {
        at = first.record_time();
    }
    let escaped = percent::escaped(id.as_str());
    let mut head = wanted.head();
    head.extend(limits());
    let address = HeaderValue::from_str(&format!("/epcis/events/{escaped}")).map_err(Problem::fault)?;
    head.insert(header::LOCATION, address);
    // As whoever asks for it sees it.
    event.record_time = recorded(at);
    rewrite(&mut event, wanted.epcs, &PrefixLengths::unknown());
    let told = epcis::json::write_event(&event, &admitted.namespaces);
    Ok((StatusCode::CREATED, head, told).into_response())
}
