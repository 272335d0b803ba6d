//! The dossier: a producer's vault of evidence, the self-assessment of a product, applications and their procedure.
//!
//! The room knows nothing of councils, ballots or certificates: those record their steps here
//! ([`application::record_step`], [`application::record_score`]).

pub mod application;
pub mod forms;
pub mod paper;
pub mod procedure;
pub mod self_assessment;
mod subject;
mod task;
#[cfg(feature = "testing")]
pub mod testing;

use axum::Router;
use ground::Room;
use ground::access::RoomPolicies;
use ground::records::Migration;
use web::App;

pub use task::{TASKS_SOURCE, tasks};

/// What the room brings to the house.
pub const ROOM: Room = Room {
    name: "dossier",
    tables: &[
        "paper",
        "paper_file",
        "vouching",
        "application",
        "application_place",
        "registration_count",
        "self_mark",
        "citation",
        "dossier_comment",
        "narrative",
        "step",
        "return_item",
        "commune_finding",
        "commune_report",
        "advice",
        "bundle",
    ],
    migrations: &[Migration { name: "dossier-0001", sql: include_str!("../migrations/0001-dossier.sql") }],
    policies: RoomPolicies {
        room: "dossier",
        schema: include_str!("../policies/dossier.cedarschema"),
        policies: include_str!("../policies/dossier.cedar"),
    },
    words: (include_str!("../words/vi.ftl"), include_str!("../words/en.ftl")),
    workers: &[forms::BINDER],
    subscribers: &[application::PLACES_MOVED],
};

/// Papers, dossiers, their way and their forms.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(paper::routes())
        .merge(application::routes())
        .merge(self_assessment::routes())
        .merge(procedure::routes())
        .merge(forms::routes())
}
