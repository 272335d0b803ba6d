//! Recipes: what goods are usually made of, and how much comes out; so that a figure beyond it is noticed.

mod expect;
mod keep;
mod store;

use axum::routing::get;
pub(crate) use expect::most;
pub use keep::{Details, Part, keep};
pub use store::{Model as Recipe, input, of_item};

/// `/goods/{producer}/items/{item}/recipe`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new().route("/goods/{producer}/items/{item}/recipe", get(keep::offer).post(keep::submit))
}
