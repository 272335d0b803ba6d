//! The event repository: visibility events, the items in them, and where those items went.
//!
//! [`store`] keeps events in a database of its own, because it grows a thousand times faster than the records and may
//! move to more than one machine alone. [`routes`] are the standard's own addresses over it (EPCIS 2.0, section 12),
//! for programs with a key; [`pages`] are for people. Trace knows nothing of dossiers, councils and certificates.

mod caller;
mod capture;
mod desk;
mod discover;
mod event;
pub mod export;
mod fields;
pub mod follow;
mod lineage;
mod master;
mod openapi;
mod page;
mod problem;
mod query;
mod resource;
mod sent;
pub mod store;
pub mod story;
mod subscription;
#[cfg(feature = "testing")]
pub mod testing;
mod wanted;
mod xml;

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::any;
pub use capture::take_in;
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
    policies: RoomPolicies {
        room: "trace",
        schema: include_str!("../policies/trace.cedarschema"),
        policies: include_str!("../policies/trace.cedar"),
    },
    words: (
        concat!(
            include_str!("../words/vi.ftl"),
            include_str!("../words/answer-vi.ftl"),
            include_str!("../words/page-vi.ftl"),
            include_str!("../words/page-word-vi.ftl"),
        ),
        concat!(
            include_str!("../words/en.ftl"),
            include_str!("../words/answer-en.ftl"),
            include_str!("../words/page-en.ftl"),
            include_str!("../words/page-word-en.ftl"),
        ),
    ),
    workers: &[],
    subscribers: &[],
};

/// Most bytes of a body that captures nothing: a query, a subscription.
const MAX_BYTES: usize = 256 << 10;

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

/// Whether the event store answers.
///
/// # Errors
/// [`StoreError::Away`]; [`StoreError::Closed`] before it is opened.
pub async fn answer(ground: &Ground) -> Result<(), StoreError> {
    let kept: Arc<Kept> = ground.shelf.get();
    match kept.0.get() {
        Some(store) => store.answer().await,
        None => Err(StoreError::Closed),
    }
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
        .merge(discover::slashed())
        .merge(lineage::routes())
        .merge(fields::routes())
        .merge(openapi::routes())
        .route_layer(DefaultBodyLimit::max(MAX_BYTES))
        .route_layer(from_fn(wanted::name_json))
        .route_layer(from_fn_with_state(app.clone(), problem::show_problems))
}

/// `/repository`: the pages, for people who have signed in.
pub fn pages() -> Router<App> {
    desk::routes()
}

async fn nothing() -> Problem {
    Problem::new(Kind::NoSuchResource, "trace-not-found")
}
