//! Places with dates: a commune before and after a merger are two places, tied by a succession. A record keeps the
//! place of its time; its home of today is found by following successions.

pub mod import;
mod lineage;
mod list;
mod model;
mod search;
mod show;
pub(crate) mod store;
pub mod succession;
mod turn;

use axum::Router;
use axum::routing::{get, post};
pub use ground::actor::PlaceId;
use ground::facts::News;
use ground::{Resource, Result};
pub(crate) use lineage::homes;
pub use lineage::{chain, full_name, full_names, home_today, scope, scopes, territory};
pub use model::{Level, PlaceKind};
pub use search::{Found, search, typed};
pub(crate) use search::{Meant, meant};
pub use store::{Model as Place, by_code, country, find, find_all};
pub(crate) use turn::TURN;

/// A place as policies see it; `scope` is that of the place.
pub fn resource(place: PlaceId, scope: &[PlaceId]) -> Resource {
    Resource::new("place", place).places(scope.iter().copied())
}

// The fact that a place's record changed.
fn changed(place: PlaceId) -> Result<News> {
    News::new("PlaceChanged", place, &())
}

pub(crate) fn routes() -> Router<web::App> {
    Router::new()
        .route("/places", get(list::list))
        .route("/places/import", get(import::offer).post(import::upload))
        .route("/places/import/confirm", post(import::confirm))
        .route("/places/{id}", get(show::show))
}
