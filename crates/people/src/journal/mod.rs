//! The journal's page: what was done of late, in words.

mod show;

use axum::routing::get;

pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new().route("/journal", get(show::show))
}
