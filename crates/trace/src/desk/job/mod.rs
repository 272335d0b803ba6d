//! Capture jobs: what became of each document that came in.

mod list;
mod show;

use axum::Router;
use axum::routing::get;
use web::parts::Tag;
use web::{App, Here};

use crate::store::NewJob;

/// The list.
pub(super) const LIST: &str = "/repository/jobs";

pub(super) fn routes() -> Router<App> {
    Router::new().route(LIST, get(list::list)).route("/repository/jobs/{id}", get(show::show))
}

fn state(here: &Here, job: &NewJob) -> Tag {
    match (job.finished_at, job.success) {
        (None, _) => Tag::new("wait", "hourglass", here.t("trace-job-running")),
        (Some(_), true) => Tag::new("ok", "check", here.t("trace-job-whole")),
        (Some(_), false) => Tag::new("late", "circle-alert", here.t("trace-job-errors")),
    }
}
