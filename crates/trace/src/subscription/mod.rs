//! Standing queries: a query with a name whose new results go out by themselves, as soon as they come or at the times
//! of a schedule, to a webhook or over a WebSocket (EPCIS 2.0, sections 8.2.5 and 12.7).
//!
//! A subscription listens in the store. What is captured goes from the outbox into the queue of each subscription that
//! it is for ([`hand_out`]), and from there to whoever subscribed ([`deliver`], [`socket`]), at least once and in the
//! order in which it was recorded.

mod add;
mod bell;
mod catch_up;
mod deliver;
mod discover;
mod guard;
mod hand_out;
mod kept;
mod list;
mod model;
mod remove;
mod report;
mod run;
mod schedule;
mod show;
mod socket;
mod webhook;
mod wish;

use axum::Router;
use axum::routing::get;
use web::App;

pub(crate) use bell::Bell;
pub(crate) use kept::{Kept, MAX_SUBSCRIPTIONS, find, forget_query, of_query};
pub(crate) use model::{Subscription, Trigger, Way};
pub use run::run;
pub(crate) use socket::{Asking, subscribe};
pub(crate) use wish::FIELDS;

use crate::discover::writable;

/// `/queries/{name}/subscriptions`.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/queries/{name}/subscriptions", get(list::list).post(add::add).options(writable))
        .route(
            "/queries/{name}/subscriptions/{id}",
            get(show::show).delete(remove::remove).options(discover::discover),
        )
}
