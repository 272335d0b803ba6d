//! Lots: goods of one kind made or taken in together, by their number.

mod adopt;
mod code;
mod drawing;
mod graph;
mod show;
mod store;
mod uri;

pub(crate) use adopt::adopt;
use axum::routing::get;
pub use code::{LotCode, MOST};
use ground::actor::ProducerId;

pub(crate) use store::numbers_beginning;
pub use store::{ActiveModel, Column, Entity, LotId, Model as Lot, by_code, by_uri, by_uris, load, load_all};
pub use uri::{OWN, label_link, uri_of};

/// The address of a lot's page in a logbook.
pub fn href(producer: ProducerId, lot: LotId) -> String {
    format!("/goods/{producer}/lots/{lot}")
}

/// `/goods/{producer}/lots`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods/{producer}/lots/{lot}", get(show::show))
        .route("/goods/{producer}/lots/{lot}/trace", get(graph::show))
}
