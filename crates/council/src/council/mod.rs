//! A council: who set it up, for which place, by which rules of procedure. The decree sets no number of members, no
//! quorum, no limit of spread: all of it is the council's own, in versions; a sitting keeps the version it went by.

mod found;
mod list;
pub mod model;
pub(crate) mod row;
mod rules;
mod rules_row;
mod show;
pub(crate) mod store;

use axum::Router;
use axum::routing::{get, post};
use web::App;

pub(crate) use found::own_places;
pub use found::{NewCouncil, found};
pub use model::{Basis, resource};
pub use row::{CouncilId, Model as Council};
pub use rules::{NewRules, amend};
pub use rules_row::{CouncilRulesId, Model as CouncilRules};
pub(crate) use show::page;
pub use store::{load, rules_now};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/councils", get(list::show))
        .route("/councils/new", get(found::show).post(found::post))
        .route("/councils/{id}", get(show::show))
        .route("/councils/{id}/rules", post(rules::post))
}
