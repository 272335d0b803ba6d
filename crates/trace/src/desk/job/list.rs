//! `GET /repository/jobs`: the newest first.

use askama::Template;
use axum::extract::RawQuery;
use ground::Instant;
use serde::Serialize;
use uuid::Uuid;
use web::parts::{Tag, moment};
use web::table::{Column, Link, column};
use web::{Answer, Field, FormData, Frame, Here};

use super::{LIST, state};
use crate::desk::more::{More, ROWS, cursor, more};
use crate::desk::seat::{Seat, crumb, name_of};
use crate::page::Cursor;
use crate::store::{Job, Micros, Party};

#[derive(Template, Serialize)]
#[template(path = "desk/jobs.html")]
struct JobsPage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Link>,
    state: String,
    party: Option<Field>,
    only: Field,
    chips: Vec<Link>,
    is_mixed: bool,
    #[serde(skip)]
    columns: Vec<Column>,
    rows: Vec<Line>,
    more: More,
}

#[derive(Serialize)]
struct Line {
    href: String,
    when: String,
    party: String,
    state: Tag,
    events: i64,
    stored: i64,
    same: i64,
    refused: i64,
}

/// `GET /repository/jobs`.
pub(super) async fn list(here: Here, RawQuery(query): RawQuery) -> Answer {
    let query = FormData::of(form_urlencoded::parse(query.unwrap_or_default().as_bytes()));
    let seat = Seat::of(&here, &query).await?;
    let after = cursor(&query).and_then(|cursor| cursor.time_and_key());
    let after = after.map(|(time, key)| (Micros(time), key));
    let with_errors = query.get("only") == "errors";
    let mut jobs = if with_errors {
        seat.store.jobs_with_errors(seat.scope(), after, ROWS + 1).await?
    } else {
        seat.store.jobs(seat.scope(), after, ROWS + 1).await?
    };
    let goes_on = jobs.len() > ROWS;
    jobs.truncate(ROWS);
    let next = jobs.last().filter(|_| goes_on).map(|last| Cursor::at(last.job.created_at.0, last.job.id));
    let parties = seat.names(&here, jobs.iter().map(|job| job.tenant).collect()).await?;
    let choices = [("", here.t("trace-job-any")), ("errors", here.t("trace-job-only-errors"))];
    here.show(&JobsPage {
        frame: here.frame(),
        crumbs: vec![crumb(&here)],
        state: here.t("trace-jobs-state"),
        party: seat.choice(&here, &query),
        only: Field::new(&here, "only", "trace-job-state", &query, None).choices(choices, &query),
        chips: chips(&here, &seat, with_errors),
        is_mixed: seat.is_mixed(),
        columns: columns(&here, seat.is_mixed()),
        rows: jobs.iter().map(|job| line(&here, job, &parties)).collect(),
        more: more(LIST, &query, next.as_ref().map(|cursor| (cursor, None))),
    })
}

fn columns(here: &Here, is_mixed: bool) -> Vec<Column> {
    let party = is_mixed.then_some("trace-party");
    let words = ["trace-job-when"].into_iter().chain(party).chain(["trace-job-state"]);
    let counts = ["trace-job-events", "trace-job-stored", "trace-job-same", "trace-job-refused"];
    let counts = counts.map(|label| Column { number: true, ..column(here, label) });
    words.map(|label| column(here, label)).chain(counts).collect()
}

fn line(here: &Here, job: &Job, parties: &[Party]) -> Line {
    let new = &job.job;
    Line {
        href: format!("{LIST}/{}", Uuid::from_bytes(new.id)),
        when: moment(Instant::from_micros(new.created_at.0)),
        party: name_of(parties, job.tenant),
        state: state(here, new),
        events: new.events,
        stored: new.stored,
        same: new.same,
        refused: new.refused,
    }
}

// Each without itself.
fn chips(here: &Here, seat: &Seat, with_errors: bool) -> Vec<Link> {
    let party = seat.party.as_ref().filter(|_| seat.sees_all);
    let mut chips = Vec::new();
    if let Some(party) = party {
        let href = if with_errors { format!("{LIST}?only=errors") } else { LIST.to_owned() };
        chips.push(Link { href, label: party.name.clone() });
    }
    if with_errors {
        let href = party.map_or_else(|| LIST.to_owned(), |party| format!("{LIST}?party={}", party.tenant.0));
        chips.push(Link { href, label: here.t("trace-job-only-errors") });
    }
    chips
}
