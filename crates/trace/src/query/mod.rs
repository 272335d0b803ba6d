//! Queries: `SimpleEventQuery` over the store, and queries with a name (EPCIS 2.0, sections 8.2 and 12.7).

mod add;
mod list;
pub(crate) mod named;
mod plan;
mod remove;
pub(crate) mod run;
mod show;

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::get;
use web::App;

pub(crate) use plan::narrow;

use crate::sent::media_type;

/// `/queries`.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/queries", get(list::list).post(add::add).options(crate::discover::writable))
        .route("/queries/{name}", get(show::show).delete(remove::remove).options(crate::discover::removable))
        .route("/queries/{name}/events", get(show::events).options(crate::discover::read_only))
}

/// Whether a body is said to be JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    matches!(media_type(headers).as_str(), "application/json" | "application/ld+json")
}
