//! Partners: from whom a producer buys and to whom it delivers, with how to reach them; its own affair.

mod edit;
mod form;
mod list;
mod store;

use axum::routing::get;
pub use edit::edit;
pub use form::Details;
pub use store::{ActiveModel, Column, Entity, Model as Partner, PartnerId, load_all, of_producer};

/// `/goods/{producer}/partners`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods/{producer}/partners", get(list::show))
        .route("/goods/{producer}/partners/{partner}", get(edit::offer).post(edit::submit))
}
