//! `POST /capture`: a document of events.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use epcis::model::Uri;
use ground::Ground;
use serde_json::{Value, json};
use web::{App, Here};

use super::admit::{Admitted, admit};
use super::{Behaviour, MAX_BYTES, limits};
use crate::caller::Captures;
use crate::problem::{Kind, Problem, entry};
use crate::store::{Batch, Micros, NewJob, Outcome, Visibility};
use crate::subscription::Bell;
use crate::{master, store_of};

/// What a caller may make of its events' visibility.
const VISIBILITY: &str = "sen-visibility";

/// `POST /capture`: 202 once everything is on the disk.
pub(super) async fn submit(
    State(app): State<App>,
    here: Here,
    Captures(caller): Captures,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let behaviour = Behaviour::of(&headers)?;
    let admitted = read(&app, &headers, body, behaviour).await?;
    let store = store_of(&app.ground)?;
    let ground = &app.ground;
    master::keep(ground, &store, caller.tenant, admitted.master_data).await?;
    let id = ground.clock.new_id();
    let mut job = NewJob {
        id: id.into_bytes(),
        created_at: Micros(ground.clock.now().micros()),
        finished_at: Some(Micros(ground.clock.now().micros())),
        success: admitted.refused.is_empty(),
        behaviour: behaviour as u8,
        events: count(admitted.events.len() + admitted.left_out),
        stored: count(admitted.events.len()),
        same: 0,
        refused: count(admitted.left_out),
        errors: Value::from_iter(admitted.refused.iter().map(|finding| entry(finding, here.lang)))
            .to_string(),
    };
    let mut batch = Batch::of(caller.tenant, admitted.events);
    batch.all_or_nothing = behaviour == Behaviour::Rollback;
    batch.names = admitted.names;
    batch.job = Some(job.clone());
    let outcomes = store.append(batch).await?;
    ring(ground, &outcomes);
    let taken = conflicts(&outcomes).into_iter().filter_map(|place| admitted.event_ids.get(place));
    let taken: Vec<&str> = taken.map(Uri::as_str).collect();
    if let (Some(first), Behaviour::Rollback) = (taken.first(), behaviour) {
        return Err(Problem::new(Kind::AlreadyExists, "trace-event-taken").with("id", *first));
    }
    job.same = count(outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Same(_))).count());
    if job.same > 0 || !taken.is_empty() {
        job.stored -= job.same + count(taken.len());
        job.refused += count(taken.len());
        job.success &= taken.is_empty();
        job.errors = with_taken(&job.errors, &taken, &here);
        // Its events are on the disk already; the job tells of them more exactly.
        let mut told = Batch::of(caller.tenant, Vec::new());
        told.job = Some(job);
        store.append(told).await?;
    }
    let mut head = limits();
    let at = format!("/epcis/capture/{id}");
    head.insert(header::LOCATION, HeaderValue::from_str(&at).map_err(Problem::fault)?);
    head.insert("gs1-capture-error-behaviour", HeaderValue::from_static(behaviour.word()));
    Ok((StatusCode::ACCEPTED, head).into_response())
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

fn with_taken(errors: &str, taken: &[&str], here: &Here) -> String {
    let mut errors: Vec<Value> = serde_json::from_str(errors).unwrap_or_default();
    for id in taken {
        let message = here.app.words.text(here.lang, "trace-event-taken", &[("id", (*id).to_owned())]);
        errors.push(json!({ "at": "", "code": "event-taken", "eventID": id, "message": message }));
    }
    Value::from(errors).to_string()
}

/// The body, read and admitted on a thread that may take its time.
pub(super) async fn read(
    app: &App,
    headers: &HeaderMap,
    body: Body,
    behaviour: Behaviour,
) -> Result<Admitted, Problem> {
    let visibility = visibility(headers)?;
    readable(headers)?;
    let source: Bytes = to_bytes(body, MAX_BYTES).await.map_err(|_| too_large())?;
    let clock = app.ground.clock.clone();
    let work = move || admit(&source, behaviour, visibility, &clock);
    tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?
}

fn too_large() -> Problem {
    Problem::new(Kind::CaptureLimit, "trace-too-large").with("most", (MAX_BYTES >> 20).to_string())
}

fn readable(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match kind.as_str() {
        "application/json" | "application/ld+json" | "application/xml" | "text/xml" => Ok(()),
        _ => Err(Problem::new(Kind::MediaType, "trace-media-type")),
    }
}

fn visibility(headers: &HeaderMap) -> Result<Visibility, Problem> {
    match headers.get(VISIBILITY).map(HeaderValue::as_bytes) {
        None | Some(b"chain") => Ok(Visibility::Chain),
        Some(b"private") => Ok(Visibility::Private),
        Some(b"public") => Ok(Visibility::Public),
        Some(_) => Err(Problem::new(Kind::Validation, "trace-bad-header").with("header", "Sen-Visibility")),
    }
}

/// The places of events whose identifier another event has.
pub(super) fn conflicts(outcomes: &[Outcome]) -> Vec<usize> {
    let places = outcomes.iter().enumerate();
    places.filter(|(_, outcome)| matches!(outcome, Outcome::Conflict(_))).map(|(place, _)| place).collect()
}

/// Wakes whoever hands new events on, where there are any.
pub(super) fn ring(ground: &Ground, outcomes: &[Outcome]) {
    if outcomes.contains(&Outcome::Stored) {
        let bell: Arc<Bell> = ground.shelf.get();
        bell.outbox.notify_one();
    }
}
