//! Events: those that a query finds, as people read them, and one with everything it says.

mod ask;
mod find;
mod line;
mod names;
mod pretty;
mod show;

use axum::Router;
use axum::routing::get;
use web::App;

pub(super) use find::results;
pub(super) use line::{Line, columns, lines};

/// The list.
pub(super) const LIST: &str = "/repository/events";

pub(super) fn routes() -> Router<App> {
    Router::new().route(LIST, get(find::find)).route("/repository/events/{party}/{key}", get(show::show))
}
