//! `GET /queries/{name}/subscriptions/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use web::App;

use super::kept;
use crate::caller::Queries;
use crate::problem::Problem;
use crate::store_of;
use crate::wanted::InJson;

/// `GET /queries/{name}/subscriptions/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    Queries(caller): Queries,
    InJson(wanted): InJson,
    Path((name, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let kept = kept::find(&store_of(&app.ground)?, &caller, &name, &id).await?;
    let mut head = wanted.head();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok((head, Json(kept.subscription.told(&app.ground.config.public_url))).into_response())
}
