//! Recalls: a lot that must come back, with all that was made of it, and everyone who received any.
//!
//! The lots are found once and added to when more is made of them; receivers are read from the logbooks, so that one
//! logged late is among them. What was told and answered, and how it ended, are rows of their own.

mod answer;
mod decide;
mod end;
mod event;
mod hear;
mod list;
mod notice;
mod receivers;
mod scope;
mod show;
mod store;
mod tasks;
mod tell;
mod warning;

pub use answer::answer;
use axum::routing::{get, post};
pub use decide::{DECIDED, NewRecall, decide};
pub use end::{ENDED, end};
pub(crate) use event::{RECALLS, is_of_a_recall};
pub(crate) use hear::{MADE, widen};
pub use receivers::{Receiver, receivers};
pub use scope::{Scope, scope};
pub use store::{EndKind, HowTold, Recall, RecallId, load, lots_of};
pub use tasks::tasks;
pub use tell::tell;
pub(crate) use warning::reaches;
pub use warning::{Warning, warning};

/// Hours in which the whole chain must know (TT 23/2018/TT-BYT, Art. 8).
pub const HOURS: i64 = 24;

/// The address of a recall.
pub fn href(id: RecallId) -> String {
    format!("/recalls/{id}")
}

/// `/recalls`, and the way to one from a lot.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods/{producer}/lots/{lot}/recall", get(decide::offer).post(decide::submit))
        .route("/recalls", get(list::show))
        .route("/recalls/{recall}", get(show::show))
        .route("/recalls/{recall}/notice.pdf", get(notice::show))
        .route("/recalls/{recall}/receivers.csv", get(receivers::as_csv))
        .route("/recalls/{recall}/receivers.xlsx", get(receivers::as_xlsx))
        .route("/recalls/{recall}/tell", post(tell::submit))
        .route("/recalls/{recall}/end", post(end::submit))
        .route("/n/{code}", get(answer::offer).post(answer::submit))
}
