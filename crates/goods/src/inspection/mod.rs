//! An inspector's round: many codes, one after the other, each with its verdict of that moment, and what was found.

mod look;
mod round;
mod store;

use axum::routing::get;
pub use look::{Looked, look};
pub use store::{Column, Entity, InspectionId, Model as Inspection};

/// `/inspections`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/inspections", get(round::show).post(round::submit))
        .route("/inspections.csv", get(round::as_csv))
        .route("/inspections.xlsx", get(round::as_xlsx))
}
