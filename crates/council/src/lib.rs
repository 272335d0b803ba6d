//! The council room: councils and their rules of procedure, sittings with an agenda, ballots marked criterion by
//! criterion and hidden until the chair releases, a second round where totals lie too far apart, minutes, decisions.
//!
//! The room knows nothing of certificates: it tells `DecisionSigned`, and [`decision::recognised`] says for which
//! products.

pub mod ballot;
pub mod case_file;
pub mod council;
pub mod decision;
pub mod interest;
pub mod outcome;
mod outside;
mod printing;
pub mod seat;
pub mod sitting;
mod subject;
mod task;
#[cfg(feature = "testing")]
pub mod testing;

use axum::Router;
use ground::access::RoomPolicies;
use ground::records::Migration;
use ground::{Refusal, Resource, Result, Room};
use web::{App, Here};

pub use task::{TASKS_SOURCE, tasks};

/// What the room brings to the house.
pub const ROOM: Room = Room {
    name: "council",
    tables: &[
        "council",
        "council_rules",
        "seat",
        "sitting",
        "sitting_event",
        "attendance",
        "case_file",
        "case_event",
        "case_choice",
        "interest",
        "recusal",
        "mark",
        "ballot",
        "finding",
        "minutes",
        "decision",
        "decision_item",
    ],
    migrations: &[Migration { name: "council-0001", sql: include_str!("../migrations/0001-council.sql") }],
    policies: RoomPolicies {
        room: "council",
        schema: include_str!("../policies/council.cedarschema"),
        policies: include_str!("../policies/council.cedar"),
    },
    words: (include_str!("../words/vi.ftl"), include_str!("../words/en.ftl")),
    workers: &[],
    subscribers: &[],
};

/// Councils, sittings, cases, ballots, decisions.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(council::routes())
        .merge(seat::routes())
        .merge(sitting::routes())
        .merge(case_file::routes())
        .merge(interest::routes())
        .merge(ballot::routes())
        .merge(decision::routes())
}

/// What one may not see is not found; a visitor is asked to sign in.
pub(crate) fn seen(here: &Here, intent: &str, resource: &Resource) -> Result<()> {
    if here.may(intent, resource) {
        return Ok(());
    }
    Err(if here.actor.user.is_none() {
        Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in")
    } else {
        Refusal::not_found()
    })
}
