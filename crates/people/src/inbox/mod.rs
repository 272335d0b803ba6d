//! The inbox: what waits for the one who looks, asked of the rooms that know, in the order in which it is best done.

mod page;
mod show;
mod task;

use axum::routing::get;
pub(crate) use show::Sources;
pub use show::count;
pub use task::{Source, Task, Urgency};

pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new().route("/inbox", get(show::show))
}
