//! Lineage: where goods came from and where they went, through processing and packing.
//!
//! The walk goes level by level, with bounds on depth and on items, and says where it had to stop: a gap is told, never
//! filled.

mod asked;
mod look;
mod page;
mod show;
mod step;
mod tell;
mod walk;

use axum::Router;
use axum::routing::get;
use web::App;

pub use step::Direction;
pub use walk::End;
pub(crate) use walk::{MAX_DEPTH, MAX_NODES, walk};

/// `/trace`.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/trace", get(show::show).options(crate::discover::read_only))
}
