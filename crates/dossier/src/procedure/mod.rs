//! The procedure: who has the dossier in hand, and what each may do with it. Steps come from the rule pack.

mod accept;
mod advice_row;
mod advise;
mod fields;
pub(crate) mod finding_row;
mod receive;
pub(crate) mod report_row;
pub(crate) mod return_row;
mod screen;
mod send_back;
mod show;
mod store;
mod submit;

use axum::Router;
use axum::routing::{get, post};
use web::App;

pub use accept::accept;
pub use advice_row::{AdviceId, AdviceKind};
pub use advise::{NewAdvice, advise, report, settle};
pub use receive::receive;
pub use screen::{Forwarded, forward, screen};
pub use send_back::{ReturnItem, send_back};
pub(crate) use store::{findings, report as commune_report};
pub use submit::submit;

/// What is done with `/dossiers/{id}` on its way.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/dossiers/{id}/procedure", get(show::show))
        .route("/dossiers/{id}/submit", post(submit::post))
        .route("/dossiers/{id}/receive", post(receive::post))
        .route("/dossiers/{id}/screen", post(screen::post))
        .route("/dossiers/{id}/forward", post(screen::post_forward))
        .route("/dossiers/{id}/return", post(send_back::post))
        .route("/dossiers/{id}/accept", post(accept::post))
        .route("/dossiers/{id}/advice", post(advise::post))
        .route("/dossiers/{id}/advice/{advice}", post(advise::post_outcome))
        .route("/dossiers/{id}/report", post(advise::post_report))
}
