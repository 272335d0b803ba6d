//! `POST /capture`: a document of events.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use epcis::model::Uri;
use ground::Ground;
use serde_json::{Value, json};
use uuid::Uuid;
use web::{App, Here};

use super::admit::{Admitted, Binding, admit};
use super::intake::{take, turn};
use super::{Behaviour, job, limits, quota};
use crate::caller::{Caller, Captures};
use crate::problem::{Kind, Problem, entry};
use crate::sent::{media_type, readable};
use crate::store::{Batch, Outcome, Visibility};
use crate::subscription::Bell;
use crate::wanted::acceptable;
use crate::{fields, master, store_of};

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
    acceptable(&headers)?;
    let behaviour = Behaviour::of(&headers)?;
    let admitted = read(&app, &caller, &headers, body, behaviour).await?;
    let store = store_of(&app.ground)?;
    let ground = &app.ground;
    quota::admit(ground, &store, caller.tenant, admitted.events.len()).await?;
    let errors = admitted.refused.iter().map(|finding| entry(finding, here.lang));
    let mut job = job::of(ground, behaviour, &admitted, Value::from_iter(errors).to_string());
    let id = Uuid::from_bytes(job.id);
    let mut batch = Batch::of(caller.tenant, admitted.events);
    batch.all_or_nothing = behaviour == Behaviour::Rollback;
    batch.names = admitted.names;
    batch.job = Some(job.clone());
    let outcomes = store.append(batch).await?;
    drop(admitted.held);
    ring(ground, &outcomes);
    let taken = conflicts(&outcomes).into_iter().filter_map(|place| admitted.event_ids.get(place));
    let taken: Vec<&str> = taken.map(Uri::as_str).collect();
    if let (Some(first), Behaviour::Rollback) = (taken.first(), behaviour) {
        return Err(Problem::new(Kind::AlreadyExists, "trace-event-taken").with("id", *first));
    }
    // After what can refuse the document; it is not acknowledged yet, and sending it again makes nothing double.
    master::keep(ground, &store, caller.tenant, admitted.master_data).await?;
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
        errors.push(json!({ "at": "", "code": job::EVENT_TAKEN, "eventID": id, "message": message }));
    }
    Value::from(errors).to_string()
}

/// The body, read and admitted on a thread that may take its time.
pub(super) async fn read(
    app: &App,
    caller: &Caller,
    headers: &HeaderMap,
    body: Body,
    behaviour: Behaviour,
) -> Result<Admitted, Problem> {
    readable(headers)?;
    let rules = fields::of(&app.ground, &store_of(&app.ground)?, caller.tenant).await?;
    let visibility = visibility(headers)?.unwrap_or(rules.events.into());
    let binding = binding(headers)?;
    let taken = take(&app.ground, headers, body).await?;
    let turn = turn(&app.ground, taken.bytes.len()).await?;
    let clock = app.ground.clock.clone();
    let work = move || {
        let admitted = admit(&taken.bytes, binding, behaviour, visibility, &clock);
        drop(turn);
        admitted.map(|admitted| Admitted { held: taken.held, ..admitted })
    };
    tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?
}

// In which form the body is; in no content coding (RFC 9110, section 8.4).
fn binding(headers: &HeaderMap) -> Result<Binding, Problem> {
    if headers.get_all(header::CONTENT_ENCODING).iter().any(|coding| coding != "identity") {
        return Err(Problem::new(Kind::ContentCoding, "trace-content-coding"));
    }
    match media_type(headers).as_str() {
        "application/json" | "application/ld+json" => Ok(Binding::Json),
        "application/xml" | "text/xml" => Ok(Binding::Xml),
        _ => Err(Problem::new(Kind::MediaType, "trace-media-type")),
    }
}

fn visibility(headers: &HeaderMap) -> Result<Option<Visibility>, Problem> {
    match headers.get(VISIBILITY).map(HeaderValue::as_bytes) {
        None => Ok(None),
        Some(b"chain") => Ok(Some(Visibility::Chain)),
        Some(b"private") => Ok(Some(Visibility::Private)),
        Some(b"public") => Ok(Some(Visibility::Public)),
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
