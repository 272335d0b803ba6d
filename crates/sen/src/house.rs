//! The composition: which rooms there are, in the order in which they stand on each other.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use ground::jobs::Registry;
use ground::{Clock, Config, GROUND, Ground, Room};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use web::{App, NavEntry, Words, assets, security, show_refusals};

/// The rooms, from the ground up; migrations run in this order.
pub(crate) const ROOMS: &[Room] = &[GROUND, SEN, certificate::ROOM];

const NAV: &[NavEntry] = &[
    NavEntry { href: "/products", label: "nav-public-products", shown: |_| false, public: true },
    NavEntry { href: "/producers", label: "nav-public-producers", shown: |_| false, public: true },
    NavEntry { href: "/lookup", label: "nav-public-lookup", shown: |_| false, public: true },
];

// The program's own words.
const SEN: Room = Room {
    name: "sen",
    tables: &[],
    migrations: &[],
    policies: ground::access::RoomPolicies { room: "sen", schema: "", policies: "" },
    words: (include_str!("../words/vi.ftl"), include_str!("../words/en.ftl")),
    workers: &[],
    subscribers: &[],
};

/// Opens the ground with every room on it.
pub(crate) async fn open(config: Config, clock: Clock) -> anyhow::Result<Ground> {
    let rules = crate::command::embedded_rules()?;
    let ground = Ground::open(config, clock, Arc::new(rules), ROOMS).await?;
    certificate::seal::ensure(&ground).await?;
    Ok(ground)
}

/// The workers and subscribers of all rooms.
pub(crate) fn registry() -> Registry {
    Registry::new(
        ROOMS.iter().flat_map(|room| room.workers).copied(),
        ROOMS.iter().flat_map(|room| room.subscribers).copied(),
    )
}

/// The program's state, with all words of all rooms.
pub(crate) fn app(ground: Ground) -> Result<App, web::WordsError> {
    let mut files = vec![("web", web::WORDS)];
    files.extend(ROOMS.iter().map(|room| (room.name, room.words)));
    Ok(App::new(ground, Words::load(&files)?, NAV))
}

/// Every address, behind everything that protects a request.
pub(crate) fn router(app: &App) -> Router {
    let pages = certificate::routes().layer(from_fn_with_state(app.clone(), show_refusals));
    Router::new()
        .route("/healthz", get(healthy))
        .route("/assets/{hash}/{*name}", get(assets::show))
        .merge(pages)
        .layer(DefaultBodyLimit::max(security::BODY_BYTES))
        .layer(from_fn_with_state(app.clone(), security::protect))
        .layer(CompressionLayer::new().gzip(true))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, security::REQUEST_TIME))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http())
        .with_state(app.clone())
}

// Migrations are done before the first request is taken.
async fn healthy() -> &'static str {
    "ok\n"
}
