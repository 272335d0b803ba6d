//! Places with dates, producers, products: who makes what, and where, under the names of each time.
//!
//! The register knows nothing of dossiers, councils or certificates; they point at its records.

mod clash;
pub mod grid;
pub mod intake;
pub mod known;
pub mod place;
pub mod producer;
pub mod product;
mod reach;
mod scopes;
#[cfg(feature = "testing")]
pub mod testing;

use ground::Room;
use ground::access::RoomPolicies;
use ground::records::Migration;
pub use reach::{Reach, reach};
pub use scopes::scope_search;

/// What the register brings to the house.
pub const ROOM: Room = Room {
    name: "register",
    tables: &["place", "succession", "producer", "producer_member", "product", "product_photo"],
    migrations: &[Migration { name: "register-0001", sql: include_str!("../migrations/0001-register.sql") }],
    policies: RoomPolicies {
        room: "register",
        schema: include_str!("../policies/register.cedarschema"),
        policies: include_str!("../policies/register.cedar"),
    },
    words: (include_str!("../words/vi.ftl"), include_str!("../words/en.ftl")),
    workers: &[place::TURN],
    subscribers: &[],
};

/// The pages.
pub fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .merge(place::routes())
        .merge(producer::routes())
        .merge(product::routes())
        .merge(intake::routes())
}
