//! The desk: pages over the repository, for those who run it and for the people of a producer about what is theirs.
//!
//! A page shows what the [`seat`] of its reader sees, and nothing of another party is found. Lists go on where an
//! address says, openly, so that any page of them can be shared.

mod event;
mod home;
mod job;
mod more;
mod query;
mod seat;

use axum::Router;
use axum::routing::get;
use web::App;

/// Its address.
const HOME: &str = "/repository";

/// `/repository`.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route(HOME, get(home::show))
        .merge(job::routes())
        .merge(event::routes())
        .merge(query::routes())
}
