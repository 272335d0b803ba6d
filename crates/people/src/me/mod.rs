//! One's own page: name, roles, sessions, language, the producers one acts for.

mod language;
mod show;

use axum::routing::{get, post};

pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new().route("/me", get(show::show)).route("/me/language", post(language::receive))
}
