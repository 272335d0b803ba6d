//! Accounts, sign-in, roles in places and organisations, consent and acting on behalf, the inbox.
//!
//! People knows nothing of places and producers beyond their keys and the names they had: the rooms that know lend it
//! a search for roles, subjects for consents and tasks for the inbox.

pub mod account;
pub mod consent;
pub mod inbox;
mod journal;
pub mod key;
mod me;
pub mod password;
pub mod role;
pub mod session;
#[cfg(feature = "testing")]
pub mod testing;
mod words;

pub use account::actor_of;
use axum::{Extension, Router};
use ground::Room;
use ground::access::RoomPolicies;
use ground::records::Migration;

/// The room.
pub const ROOM: Room = Room {
    name: "people",
    tables: &["account", "role_held", "session", "session_seen", "sign_in_failure", "consent", "api_key"],
    migrations: &[Migration { name: "people-0001", sql: include_str!("../migrations/0001-people.sql") }],
    policies: RoomPolicies {
        room: "people",
        schema: include_str!("../policies/people.cedarschema"),
        policies: include_str!("../policies/people.cedar"),
    },
    words: (include_str!("../words/vi.ftl"), include_str!("../words/en.ftl")),
    workers: &[],
    subscribers: &[],
};

/// The pages: `/sign-in`, `/sign-out`, `/session`, `/me`, `/inbox`, `/accounts`, `/consents`, `/keys`, `/journal`.
/// `sources` are asked for the inbox's tasks, `scopes` for the places and producers in which roles are held.
pub fn routes(sources: &'static [inbox::Source], scopes: role::ScopeSearch) -> Router<web::App> {
    Router::new()
        .merge(session::routes())
        .merge(password::routes())
        .merge(me::routes())
        .merge(inbox::routes())
        .merge(account::routes())
        .merge(role::routes())
        .merge(consent::routes())
        .merge(key::routes())
        .merge(journal::routes())
        .layer(Extension(inbox::Sources(sources)))
        .layer(Extension(scopes))
}
