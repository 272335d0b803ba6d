//! The event repository: visibility events, the items in them, and where those items went.
//!
//! [`store`] keeps events in a database of its own, because it grows a thousand times faster than the records and may
//! move to more than one machine alone. [`routes`] are the standard's own addresses over it (EPCIS 2.0, section 12),
//! for programs with a key. Trace knows nothing of dossiers, councils and certificates.

mod address;
mod caller;
mod capture;
mod discover;
mod event;
mod lineage;
mod master;
mod openapi;
mod page;
mod problem;
mod query;
mod resource;
pub mod store;
mod subscription;
mod wanted;
mod xml;

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::any;
use ground::access::RoomPolicies;
use ground::{Ground, Room};
pub use subscription::run;
use web::App;

use crate::problem::{Kind, Problem};
use crate::store::{Store, StoreError};

/// The room.
pub const ROOM: Room = Room {
    name: "trace",
    tables: &[],
    migrations: &[],
    policies: RoomPolicies { room: "trace", schema: "", policies: "" },
    words: (
        concat!(include_str!("../words/vi.ftl"), include_str!("../words/answer-vi.ftl")),
        concat!(include_str!("../words/en.ftl"), include_str!("../words/answer-en.ftl")),
    ),
    workers: &[],
    subscribers: &[],
};

/// The store on the ground's shelf.
#[derive(Default)]
struct Kept(OnceLock<Store>);

/// Opens the event store that the settings name and keeps it for the requests to come.
///
/// # Errors
/// [`StoreError`] when it cannot be opened.
pub async fn open(ground: &Ground) -> Result<Store, StoreError> {
    let store = Store::open(&ground.config.trace).await?;
    Ok(keep(ground, store))
}

/// Keeps an open store for the requests to come.
pub fn keep(ground: &Ground, store: Store) -> Store {
    let kept: Arc<Kept> = ground.shelf.get();
    kept.0.get_or_init(|| store).clone()
}

/// The store in use.
pub(crate) fn store_of(ground: &Ground) -> Result<Store, Problem> {
    let kept: Arc<Kept> = ground.shelf.get();
    kept.0.get().cloned().ok_or_else(|| Problem::new(Kind::Away, "trace-away"))
}

/// `/epcis/…`, the standard's addresses, and `/trace`. They know keys and no sessions.
pub fn routes(app: &App) -> Router<App> {
    let standard = Router::new()
        .merge(discover::routes())
        .merge(capture::routes())
        .merge(event::routes())
        .merge(resource::routes())
        .merge(query::routes())
        .merge(subscription::routes())
        .merge(page::routes())
        .route("/{*nothing}", any(nothing));
    // Of its own addresses alone: what is none of anybody's is a page, not a problem of the standard's.
    Router::new()
        .nest("/epcis", standard)
        .merge(lineage::routes())
        .merge(openapi::routes())
        .route_layer(DefaultBodyLimit::max(capture::MAX_BYTES))
        .route_layer(from_fn(wanted::name_json))
        .route_layer(from_fn_with_state(app.clone(), problem::show_problems))
}

async fn nothing() -> Problem {
    Problem::new(Kind::NoSuchResource, "trace-not-found")
}
