//! `PUT /trace/visibility`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use web::App;

use super::kept::keep;
use super::rules::FieldRules;
use crate::caller::Captures;
use crate::problem::{Kind, Problem};
use crate::query::is_json;
use crate::store_of;

/// `PUT /trace/visibility`: holds for what was captured before, too.
pub(super) async fn set(
    State(app): State<App>,
    Captures(caller): Captures,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    if !is_json(&headers) {
        return Err(Problem::new(Kind::MediaType, "trace-media-type-json"));
    }
    let body = serde_json::from_slice(&body);
    let rules = FieldRules::of_json(&body.map_err(|_| Problem::new(Kind::Validation, "trace-no-json"))?)?;
    keep(&app.ground, &store_of(&app.ground)?, caller.tenant, &rules).await?;
    Ok(Json(rules).into_response())
}
