//! Sites: where a producer works beside its own premises, such as a field or a workshop.

mod add;
mod edit;
mod form;
mod list;
mod store;

pub use add::add;
pub(crate) use add::named;
use axum::routing::get;
pub use edit::edit;
pub use form::Details;
pub use store::{ActiveModel, Column, Entity, Model as Site, SiteId, load_all, of_producer};

/// The fact that a site is called otherwise or lies elsewhere; its subject is the site.
pub const CHANGED: &str = "SiteChanged";

/// `/goods/{producer}/sites`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods/{producer}/sites", get(list::show))
        .route("/goods/{producer}/sites/new", get(add::offer).post(add::submit))
        .route("/goods/{producer}/sites/{site}", get(edit::offer).post(edit::submit))
}
