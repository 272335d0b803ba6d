//! `GET /repository/jobs/{id}`: one job, with what was wrong in its document.

use askama::Template;
use axum::extract::Path;
use ground::{Instant, Refusal};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web::parts::{Tag, moment};
use web::table::{Column, Link, column};
use web::{Answer, FormData, Frame, Here};

use super::{LIST, state};
use crate::capture::Behaviour;
use crate::desk::seat::{Seat, crumb, name_of};
use crate::store::Job;

/// Most errors shown; a job keeps no more than its document had events, and the rest is mended with the first.
const MOST_ERRORS: usize = 200;

#[derive(Template, Serialize)]
#[template(path = "desk/job.html")]
struct JobPage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Link>,
    title: String,
    state: Tag,
    pairs: Vec<(String, String)>,
    #[serde(skip)]
    columns: Vec<Column>,
    errors: Vec<Fault>,
    left_out: usize,
    address: String,
}

/// An error as the job keeps it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Fault {
    at: String,
    code: String,
    #[serde(rename = "eventID")]
    event: String,
    message: String,
}

/// `GET /repository/jobs/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<Uuid>) -> Answer {
    let seat = Seat::of(&here, &FormData::default()).await?;
    let job = seat.store.job(id.into_bytes()).await?;
    let job = job.filter(|job| seat.sees(job.tenant)).ok_or_else(Refusal::not_found)?;
    let mut errors: Vec<Fault> = serde_json::from_str(&job.job.errors).unwrap_or_default();
    let left_out = errors.len().saturating_sub(MOST_ERRORS);
    errors.truncate(MOST_ERRORS);
    let party = name_of(&seat.names(&here, vec![job.tenant]).await?, job.tenant);
    let when = moment(Instant::from_micros(job.job.created_at.0));
    here.show(&JobPage {
        frame: here.frame(),
        crumbs: vec![crumb(&here), Link { href: LIST.to_owned(), label: here.t("trace-jobs") }],
        title: here.app.words.text(here.lang, "trace-job-title", &[("when", when)]),
        state: state(&here, &job.job),
        pairs: pairs(&here, &job, party),
        columns: ["trace-error-at", "trace-error-said"].map(|label| column(&here, label)).into(),
        errors,
        left_out,
        address: format!("/epcis/capture/{id}"),
    })
}

fn pairs(here: &Here, job: &Job, party: String) -> Vec<(String, String)> {
    let new = &job.job;
    let behaviour = if new.behaviour == Behaviour::Proceed as u8 { "proceed" } else { "rollback" };
    let at = |time: Option<crate::store::Micros>| {
        time.map_or_else(|| here.t("trace-job-running"), |time| moment(Instant::from_micros(time.0)))
    };
    // None of what was captured before there were grades.
    let graded = [("trace-job-compliant", new.compliant), ("trace-job-compatible", new.compatible)];
    let graded = graded.into_iter().filter_map(|(label, count)| Some((label, count?.to_string())));
    let pairs = [
        ("trace-party", party),
        ("trace-job-when", at(Some(new.created_at))),
        ("trace-job-finished", at(new.finished_at)),
        ("trace-job-behaviour", here.t(&format!("trace-behaviour-{behaviour}"))),
        ("trace-job-events", new.events.to_string()),
        ("trace-job-stored", new.stored.to_string()),
        ("trace-job-same", new.same.to_string()),
        ("trace-job-refused", new.refused.to_string()),
    ];
    pairs.into_iter().chain(graded).map(|(label, value)| (here.t(label), value)).collect()
}
