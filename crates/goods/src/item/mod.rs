//! Trade items: what is logged by lots. A producer's own product, or a material it takes in.

mod code;
mod edit;
mod list;
mod store;
mod unit;

use axum::routing::get;
pub use code::ItemCode;
pub use edit::{Details, edit};
pub use store::{
    ActiveModel, Column, Entity, Model as TradeItem, TradeItemId, by_code, by_gtin, load, load_all, load_of,
    of_producer,
};
pub use unit::{Measure, Unit};

/// The fact that a trade item is told of otherwise; its subject is the trade item.
pub const CHANGED: &str = "TradeItemChanged";

/// `/goods/{producer}/items`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods/{producer}/items", get(list::show))
        .route("/goods/{producer}/items/{item}", get(edit::offer).post(edit::submit))
}
