//! Places with dates: a commune before and after a merger are two places, tied by a succession. A record keeps the
//! place of its time; its home of today is found by following successions.

mod lineage;
mod model;
mod search;
pub(crate) mod store;
pub mod succession;

pub use ground::actor::PlaceId;
use ground::Resource;
pub use lineage::{chain, full_name, full_names, home_today, scope, scopes, territory};
pub use model::{Level, PlaceKind};
pub use search::{Found, search};
pub use store::{Model as Place, by_code, country, find, find_all};

/// A place as policies see it; `scope` is that of the place.
pub fn resource(place: PlaceId, scope: &[PlaceId]) -> Resource {
    Resource::new("place", place).places(scope.iter().copied())
}
