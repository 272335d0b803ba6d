//! `GET /trace/visibility`.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use web::App;

use super::of;
use crate::caller::Captures;
use crate::problem::Problem;
use crate::store_of;

/// `GET /trace/visibility`.
pub(super) async fn show(State(app): State<App>, Captures(caller): Captures) -> Result<Response, Problem> {
    let rules = of(&app.ground, &store_of(&app.ground)?, caller.tenant).await?;
    Ok(Json(rules.as_ref()).into_response())
}
