//! A producer's consent that someone acts for it: what for, how it was given, by what it is proved, until when.

mod evidence;
pub mod form;
mod give;
mod line;
mod list;
mod model;
mod show;
mod store;
mod withdraw;

use axum::routing::{get, post};
pub use form::Subject;
pub use give::{NewConsent, give};
pub(crate) use line::ConsentLine;
pub use line::{behalf, framed};
pub use model::{ConsentScope, HowGiven, Model as Consent, resource};
pub use store::{find, held_by, in_force, of_producer};
pub use withdraw::withdraw;

pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/consents", get(list::show))
        .route("/consents/{id}", get(show::show))
        .route("/consents/{id}/evidence/{page}", get(evidence::show))
        .route("/consents/{id}/withdraw", post(withdraw::receive))
}
