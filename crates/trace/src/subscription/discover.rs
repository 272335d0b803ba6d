//! `OPTIONS /queries/{name}/subscriptions/{id}`: with how far it has come.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use web::App;

use super::kept;
use crate::caller::Knows;
use crate::discover::allowed;
use crate::problem::Problem;
use crate::store_of;

/// `OPTIONS /queries/{name}/subscriptions/{id}`; of one that is not there, or another party's, the methods alone.
pub(super) async fn discover(
    State(app): State<App>,
    Knows(caller): Knows,
    Path((name, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut response = allowed("GET, DELETE, OPTIONS", &headers)?;
    if let Ok(kept) = kept::find(&store_of(&app.ground)?, &caller, &name, &id).await {
        let since = HeaderValue::from_str(&kept.subscription.min_record_time()).map_err(Problem::fault)?;
        response.headers_mut().insert("gs1-query-min-record-time", since);
    }
    Ok(response)
}
