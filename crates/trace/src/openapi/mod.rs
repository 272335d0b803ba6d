//! `GET /openapi.json`: what there is under `/epcis` and `/trace`, as an OpenAPI 3.1 document in words of our own.
//!
//! Put together once, from what the handlers themselves go by: the kinds of problems, the table of query parameters,
//! the limits. A test proves that routes and entries are the same.

mod answer;
mod ask;
mod capture;
mod discovery;
mod document;
mod event;
mod fields;
mod lineage;
mod operation;
mod parameter;
mod problems;
mod query;
mod resource;
mod subscription;

use std::sync::OnceLock;

use axum::Router;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use web::App;

use crate::problem::Problem;

/// How long it may be kept without asking again, in seconds: it changes with the program alone.
const KEPT: &str = "public, max-age=3600";

/// The document and its tag.
struct Made {
    text: String,
    tag: HeaderValue,
}

/// `/openapi.json`.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/openapi.json", get(show))
}

async fn show(headers: HeaderMap) -> Result<Response, Problem> {
    let Made { text, tag } = made()?;
    let mut head = HeaderMap::new();
    head.insert(header::ETAG, tag.clone());
    head.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag) {
        return Ok((StatusCode::NOT_MODIFIED, head).into_response());
    }
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok((head, text.as_str()).into_response())
}

fn made() -> Result<&'static Made, Problem> {
    static MADE: OnceLock<Made> = OnceLock::new();
    if let Some(made) = MADE.get() {
        return Ok(made);
    }
    let text = document::document().map_err(Problem::fault)?.to_string();
    let digest = hex::encode(&Sha256::digest(&text)[..8]);
    let tag = HeaderValue::from_str(&format!("\"{digest}\"")).map_err(Problem::fault)?;
    Ok(MADE.get_or_init(|| Made { text, tag }))
}
