//! `DELETE /queries/{name}/subscriptions/{id}`.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::App;

use super::{Bell, kept};
use crate::caller::Queries;
use crate::problem::Problem;
use crate::store_of;
use crate::wanted::versions;

/// `DELETE /queries/{name}/subscriptions/{id}`.
pub(super) async fn remove(
    State(app): State<App>,
    Queries(caller): Queries,
    Path((name, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let store = store_of(&app.ground)?;
    kept::find(&store, &caller, &name, &id).await?.dismiss(&store).await?;
    let bell: Arc<Bell> = app.ground.shelf.get();
    bell.sockets.notify_waiters();
    Ok((StatusCode::NO_CONTENT, versions()).into_response())
}
