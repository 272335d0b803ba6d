//! `GET /capture`: the caller's jobs, the newest first, page by page.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use web::{App, Here};

use super::job::told;
use crate::caller::Captures;
use crate::page::{Asked, Cursor};
use crate::problem::Problem;
use crate::store::Micros;
use crate::store_of;
use crate::wanted::InJson;

/// `GET /capture`.
pub(super) async fn list(
    State(app): State<App>,
    here: Here,
    Captures(caller): Captures,
    InJson(wanted): InJson,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let store = store_of(&app.ground)?;
    let asked =
        Asked::of(&app.ground, &store, &caller, "capture", query.as_deref().unwrap_or_default()).await?;
    let after = asked.cursor.as_ref().and_then(Cursor::time_and_key).map(|(time, key)| (Micros(time), key));
    let mut jobs = store.jobs(caller.jobs(), after, asked.per_page + 1).await?;
    let more = jobs.len() > asked.per_page;
    jobs.truncate(asked.per_page);
    let next = jobs.last().filter(|_| more).map(|last| Cursor::at(last.job.created_at.0, last.job.id));
    let mut head = wanted.head();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    asked.link(&app.ground, &store, "/epcis/capture", next, &mut head).await?;
    let body: Vec<Value> = jobs.iter().map(|job| told(&job.job, &here)).collect();
    Ok((head, Json(body)).into_response())
}
