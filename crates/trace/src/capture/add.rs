//! `POST /events`: one event.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use epcis::model::Uri;
use gs1::epc::PrefixLengths;
use gs1::percent;
use web::App;

use super::submit::{conflicts, read, ring};
use super::{Behaviour, limits, quota};
use crate::caller::Captures;
use crate::event::{found, rewritten};
use crate::problem::{Kind, Problem};
use crate::store::{Batch, Outcome, StoredEvent};
use crate::store_of;
use crate::wanted::{EpcForm, InJson};

/// `POST /events`: 201 with the address of the event, also where it was there already.
pub(crate) async fn add(
    State(app): State<App>,
    Captures(caller): Captures,
    InJson(wanted): InJson,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let mut admitted = read(&app, &caller, &headers, body, Behaviour::Rollback).await?;
    let (Some(id), [event]) = (admitted.event_ids.pop(), admitted.events.as_slice()) else {
        return Err(Problem::new(Kind::Validation, "trace-one-event"));
    };
    let store = store_of(&app.ground)?;
    quota::admit(&app.ground, &store, caller.tenant, 1).await?;
    let mut kept = StoredEvent {
        tenant: caller.tenant,
        id: event.id,
        event_time: event.event_time,
        record_time: event.id.record_time(),
        visibility: event.visibility,
        in_error: event.in_error,
        doc: event.doc.clone(),
    };
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
        kept.record_time = first.record_time();
    }
    let escaped = percent::escaped(id.as_str());
    let mut head = wanted.head();
    head.extend(limits());
    let at = HeaderValue::from_str(&format!("/epcis/events/{escaped}")).map_err(Problem::fault)?;
    head.insert(header::LOCATION, at);
    Ok((StatusCode::CREATED, head, told(kept, wanted.epcs)?).into_response())
}

// As whoever asks for it sees it.
fn told(kept: StoredEvent, form: EpcForm) -> Result<String, Problem> {
    let mut found = found(kept)?;
    let lengths = PrefixLengths::unknown();
    found.event.rewrite_identifiers(&mut |uri| Uri::read(&rewritten(uri.as_str(), form, &lengths)).ok());
    Ok(epcis::json::write_event(&found.event, &found.namespaces))
}
