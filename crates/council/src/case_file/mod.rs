//! A case: an application on a council's agenda. It waits, is marked in a round, the round is closed; where totals lie
//! too far apart there is a second round on the criteria that differ; the chair releases the result.

mod choice_row;
mod close;
mod enter;
mod event_row;
mod find;
mod finding_row;
pub mod model;
mod papers;
mod release;
pub(crate) mod row;
mod show;
mod start;
pub(crate) mod store;

use axum::Router;
use axum::routing::{get, post};
use web::App;

pub use choice_row::Model as CaseChoice;
pub use close::close;
pub(crate) use enter::waiting_for;
pub use enter::{NewCase, enter};
pub use event_row::{CaseEventId, Model as CaseEvent};
pub use find::{find, withdraw};
pub use finding_row::Model as Finding;
pub use model::{Hearing, Stage};
pub use papers::score_sheet;
pub use release::release;
pub use row::{CaseFileId, Model as CaseFile};
pub use start::{again, start};
pub use store::{hearing, load, of_sitting, stages};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/sittings/{id}/agenda", get(enter::show).post(enter::post))
        .route("/cases/{id}", get(show::show))
        .route("/cases/{id}/start", post(start::post))
        .route("/cases/{id}/close", post(close::post))
        .route("/cases/{id}/second-round", post(start::post_again))
        .route("/cases/{id}/findings", post(find::post))
        .route("/cases/{id}/findings/{code}/withdraw", post(find::post_withdraw))
        .route("/cases/{id}/release", post(release::post))
        .route("/cases/{id}/ballots.pdf", get(papers::ballots_pdf))
}
