//! A certificate: what was certified, of whom, by which decision; and everything that was decided about it since.
//!
//! A certificate's row never changes. What happens to it is a row more in `certificate_event`; what it is worth on a
//! day is computed ([`crate::state`]).

pub mod act;
mod decision;
pub(crate) mod hear;
pub mod issue;
mod lift;
pub mod list;
mod model;
pub mod print;
mod re_evaluation;
mod revoke;
mod show;
pub(crate) mod store;
mod suspend;
pub(crate) mod tag;
pub mod tasks;

use axum::extract::Path;
use axum::routing::get;
use ground::Refusal;
use web::{Answer, App, Here};

pub(crate) use decision::DECISIONS;
pub use decision::issue_for;
pub use model::{CertificateId, EventKind, life_of, resource};
pub use re_evaluation::{close_re_evaluation, file_re_evaluation};
pub use store::{CertificateRow, EventRow};

pub(crate) fn routes() -> axum::Router<App> {
    axum::Router::new()
        .route("/certificates", get(list::show))
        .route("/certificates.csv", get(list::csv))
        .route("/certificates/{id}", get(open))
        .route("/certificates/{id}/suspend", get(suspend::show).post(suspend::submit))
        .route("/certificates/{id}/lift", get(lift::show).post(lift::submit))
        .route("/certificates/{id}/revoke", get(revoke::show).post(revoke::submit))
}

// The page and its paper share an address: `/certificates/{id}` and `/certificates/{id}.pdf`.
async fn open(here: Here, Path(name): Path<String>) -> Answer {
    let (id, is_paper) = name.strip_suffix(".pdf").map_or((name.as_str(), false), |id| (id, true));
    let id: CertificateId = id.parse().map_err(|_| Refusal::not_found())?;
    if is_paper { print::show(here, id).await } else { show::show(here, id).await }
}
