//! `GET /capture/{id}`: what became of a document.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;
use web::{App, Here};

use super::job::told;
use crate::caller::Captures;
use crate::problem::{Kind, Problem};
use crate::store_of;
use crate::wanted::{Form, Wanted};
use crate::xml;

/// What XML has as attributes of a job.
const ATTRIBUTES: &[&str] = &["captureID", "running", "success"];
/// What it has as elements, in the order of the standard.
const MEMBERS: &[&str] = &["createdAt", "finishedAt", "captureErrorBehaviour", "errors"];

/// `GET /capture/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    here: Here,
    Captures(caller): Captures,
    wanted: Wanted,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let none = || Problem::new(Kind::NoSuchResource, "trace-not-found");
    let id = Uuid::parse_str(&id).map_err(|_| none())?;
    let job = store_of(&app.ground)?.job(id.into_bytes()).await?;
    let job = job.filter(|job| caller.owns(job.tenant)).ok_or_else(none)?;
    let wanted = wanted.newer()?;
    let mut head = wanted.head();
    let body = told(&job.job, &here);
    if wanted.form != Form::Json {
        return Ok((head, xml::written("EPCISCaptureJob", ATTRIBUTES, MEMBERS, &body)).into_response());
    }
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok((head, Json(body)).into_response())
}
