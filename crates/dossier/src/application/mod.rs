//! An application: one product asks for a star under one rule pack. Its history is rows of steps that are only ever
//! added; where it stands is computed from them.

mod access;
pub(crate) mod count_row;
mod list;
mod model;
mod open;
pub(crate) mod place_row;
mod places;
mod record;
pub(crate) mod row;
pub(crate) mod step_row;
mod steps;
mod store;

use axum::Router;
use axum::routing::get;
use web::App;

pub use access::{Seen, resource, see};
pub use model::{Kind, Stage};
pub use open::{NewApplication, open};
pub use places::PLACES_MOVED;
pub(crate) use places::vault;
pub use record::{record_return, record_score, record_step};
pub use row::{ApplicationId, Model as Application};
pub use step_row::{Model as StepRow, Outcome, StepRowId};
pub use steps::{Walk, said, variant, walk};
pub(crate) use store::{UNDER_REVIEW, locked};
pub use place_row::Model as ApplicationPlace;
pub use store::{history, load, of_product, places as places_of, ready_for_council, stage};

/// `/dossiers`, `/dossiers/new`.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/dossiers", get(list::show).post(open::post))
        .route("/dossiers/new", get(open::show))
}
