//! What goes to the national portal of traceability, as files: which field of ours is which of theirs is written in
//! `docs/portal-export.md`. The portal tells no interface yet; what it will take is put together here alone.

mod export;
mod row;

use axum::routing::get;
pub use row::{Row, row};

/// `/goods/{producer}/portal.json` and `.csv`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods/{producer}/portal.json", get(export::as_json))
        .route("/goods/{producer}/portal.csv", get(export::as_csv))
}
