//! `DELETE /queries/{name}`.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::App;

use super::named::{KIND, none};
use crate::caller::Queries;
use crate::problem::Problem;
use crate::store::Expect;
use crate::store_of;
use crate::wanted::versions;

/// `DELETE /queries/{name}`.
pub(super) async fn remove(
    State(app): State<App>,
    Queries(caller): Queries,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let removed = store_of(&app.ground)?.remove_thing(caller.tenant, KIND, &name, Expect::Any).await?;
    if removed { Ok((StatusCode::NO_CONTENT, versions()).into_response()) } else { Err(none(&name)) }
}
