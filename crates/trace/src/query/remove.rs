//! `DELETE /queries/{name}`: the query goes, and every subscription to it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::App;

use super::named::{KIND, none};
use crate::caller::Queries;
use crate::problem::Problem;
use crate::store::Expect;
use crate::store_of;
use crate::subscription::forget_query;
use crate::wanted::versions;

/// `DELETE /queries/{name}`.
pub(super) async fn remove(
    State(app): State<App>,
    Queries(caller): Queries,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let store = store_of(&app.ground)?;
    let removed = store.remove_thing(caller.tenant, KIND, &name, Expect::Any).await?;
    forget_query(&app.ground, &store, caller.tenant, &name).await?;
    if removed { Ok((StatusCode::NO_CONTENT, versions()).into_response()) } else { Err(none(&name)) }
}
