//! Events go out: one, or those that a query finds, in the form that is wanted.

mod details;
mod form;
pub(crate) mod grade;
pub(crate) mod items;
mod list;
mod read;
mod redact;
mod show;
mod write;

use axum::Router;
use axum::routing::get;
use web::App;

pub(crate) use details::{Fields, details};
pub(crate) use form::{rewrite, rewritten};
pub(crate) use list::{answer, prefixes};
pub(crate) use read::{Found, found, recorded};
pub(crate) use redact::{redact, redacted};
pub(crate) use write::{SIMPLE, written};

/// `/events`.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/events", get(list::list).post(crate::capture::add).options(crate::discover::capturing))
        .route("/events/{id}", get(show::show).options(crate::discover::read_only))
}
