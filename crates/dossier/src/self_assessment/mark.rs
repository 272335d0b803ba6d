//! `mark`: the producer's own points and words on criteria, saved one by one while they are chosen.
//!
//! `version` is the state the reader saw. A mark that someone else wrote since then is not overwritten: the reader
//! gets both side by side ([`super::merge`]).

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use ground::{Actor, Change, FieldProblem, Ground, Refusal, Result};
use ocop::{Criterion, Mark, Sheet};
use sea_orm::Set;
use serde_json::json;
use web::{Answer, FormData, Here, Posted};

use super::model::{Marks, applies, parse, sheet_of};
use super::{mark_row, merge, narrative_row, store};
use crate::application::{self, Application, ApplicationId, Seen};

/// Most characters of a description.
const DESCRIPTION: usize = 4_000;
/// Prefix of a mark's field: `mark-1.4`.
pub(crate) const MARK: &str = "mark-";
/// Prefix of a description's field: `text-1.4`.
pub(crate) const TEXT: &str = "text-";
/// Prefix of a told part's field: `told-plan`.
pub(crate) const TOLD: &str = "told-";

/// What a form asks to write.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Points by criterion; none takes a mark back.
    pub marks: BTreeMap<String, Option<Mark>>,
    /// Descriptions by criterion.
    pub texts: BTreeMap<String, Option<String>>,
    /// Told parts of the report.
    pub told: BTreeMap<narrative_row::Topic, String>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marked {
    /// Saved; the state the reader has now.
    Saved(i32),
    /// Someone else wrote these fields meanwhile; nothing was saved.
    Clash(Vec<String>),
}

/// Reads the fields of marks, descriptions and told parts; others are left alone.
///
/// # Errors
/// Each field that cannot be used.
pub fn parse_form(sheet: &Sheet, data: &FormData) -> Result<(i32, Wanted)> {
    let mut wanted = Wanted::default();
    let mut problems = Vec::new();
    let version = data.get("version").parse().unwrap_or_default();
    for (name, value) in data.pairs() {
        let value = value.trim();
        let problem = |code| FieldProblem::new(name.to_owned(), code);
        if let Some(id) = name.strip_prefix(MARK) {
            match sheet.criterion(id).map(|(_, criterion)| parse_mark(criterion, value)) {
                Some(Some(mark)) => drop(wanted.marks.insert(id.to_owned(), mark)),
                _ => problems.push(problem("not-a-choice")),
            }
        } else if value.chars().count() > DESCRIPTION {
            problems.push(problem("too-long").with("most", DESCRIPTION));
        } else if let Some(id) = name.strip_prefix(TEXT) {
            if sheet.criterion(id).is_some() {
                let text = value.replace("\r\n", "\n");
                wanted.texts.insert(id.to_owned(), (!text.is_empty()).then_some(text));
            } else {
                problems.push(problem("not-a-choice"));
            }
        } else if let Some(topic) = name.strip_prefix(TOLD) {
            match topic.parse() {
                Ok(topic) => drop(wanted.told.insert(topic, value.replace("\r\n", "\n"))),
                Err(_) => problems.push(problem("not-a-choice")),
            }
        }
    }
    if problems.is_empty() { Ok((version, wanted)) } else { Err(Refusal::invalid(problems)) }
}

// An empty value takes the mark back.
fn parse_mark(criterion: &Criterion, value: &str) -> Option<Option<Mark>> {
    if value.is_empty() { Some(None) } else { parse(criterion, value).map(Some) }
}

/// Writes marks, descriptions and told parts.
///
/// # Errors
/// `dossier-in-procedure`, `not-allowed`; `does-not-apply` at the field of a criterion that is not to be marked.
pub async fn mark(
    ground: &Ground,
    actor: &Actor,
    seen: &Seen,
    version: i32,
    wanted: Wanted,
) -> Result<Marked> {
    seen.must_be_open()?;
    let mut change = ground.change(actor, "mark-dossier", &seen.resource).await?;
    let application = application::locked(&change, seen.application.id).await?;
    let rows = store::mark_rows(&change.reader(), application.id).await?;
    let told = store::narrative(&change.reader(), application.id).await?;
    check_applies(ground, &application, &rows, &wanted)?;
    let mine = |by| by == change.by();
    let mut clash: Vec<String> = Vec::new();
    for id in wanted.marks.keys().chain(wanted.texts.keys()) {
        if let Some(row) = rows.get(id)
            && row.version > version
            && !mine(row.marked_by)
            && differs(row, &wanted, id)
        {
            clash.push(id.clone());
        }
    }
    for (topic, body) in &wanted.told {
        if told.get(topic).is_some_and(|row| row.version > version && !mine(row.written_by) && row.body != *body) {
            clash.push(format!("{TOLD}{topic}"));
        }
    }
    if !clash.is_empty() {
        clash.dedup();
        return Ok(Marked::Clash(clash));
    }
    let next = application.version + 1;
    let mut written = write_marks(&mut change, &application, &rows, &wanted, next).await?;
    written.extend(write_told(&mut change, &application, &told, wanted.told, next).await?);
    if written.is_empty() {
        return Ok(Marked::Saved(version));
    }
    let after = application::row::ActiveModel {
        id: Set(application.id),
        version: Set(next),
        ..Default::default()
    };
    change.update(&application, after).await?;
    change.say("what", written.join(", "));
    change.commit().await?;
    // A reader who has not seen what others wrote keeps the older state, so that it is still told apart.
    Ok(Marked::Saved(if application.version == version { next } else { version }))
}

fn check_applies(
    ground: &Ground,
    application: &Application,
    rows: &BTreeMap<String, mark_row::Model>,
    wanted: &Wanted,
) -> Result<()> {
    let (_, sheet) = sheet_of(&ground.rules, application)?;
    let mut marks: Marks = store::marks_of(rows.values());
    for (id, mark) in &wanted.marks {
        match mark {
            Some(mark) => drop(marks.insert(id.as_str().into(), *mark)),
            None => drop(marks.remove(id.as_str())),
        }
    }
    let marked = wanted.marks.iter().filter(|(_, mark)| mark.is_some_and(|mark| mark.points.get() > 0));
    let astray = marked.filter_map(|(id, _)| sheet.criterion(id)).filter(|(_, c)| !applies(sheet, c, &marks));
    let problems: Vec<_> =
        astray.map(|(_, c)| FieldProblem::new(format!("{MARK}{}", c.id), "does-not-apply")).collect();
    if problems.is_empty() { Ok(()) } else { Err(Refusal::invalid(problems)) }
}

fn differs(row: &mark_row::Model, wanted: &Wanted, id: &str) -> bool {
    let mark = wanted.marks.get(id).is_some_and(|mark| columns(*mark) != (row.case_letter.clone(), row.points));
    mark || wanted.texts.get(id).is_some_and(|text| *text != row.description)
}

fn columns(mark: Option<Mark>) -> (Option<String>, Option<i32>) {
    let case = mark.and_then(|mark| mark.case).map(|case| case.letter().to_owned());
    (case, mark.map(|mark| i32::from(mark.points.get())))
}

async fn write_marks(
    change: &mut Change,
    application: &Application,
    rows: &BTreeMap<String, mark_row::Model>,
    wanted: &Wanted,
    version: i32,
) -> Result<Vec<String>> {
    let mut ids: Vec<&String> = wanted.marks.keys().chain(wanted.texts.keys()).collect();
    ids.sort();
    ids.dedup();
    let mut written = Vec::new();
    for id in ids {
        let before = rows.get(id);
        if before.is_some_and(|row| !differs(row, wanted, id)) {
            continue;
        }
        let mut row = mark_row::ActiveModel {
            marked_by: Set(change.by()),
            marked_by_name: Set(change.by_name().to_owned()),
            marked_at: Set(change.at()),
            version: Set(version),
            ..Default::default()
        };
        if let Some(mark) = wanted.marks.get(id) {
            let (case, points) = columns(*mark);
            row.case_letter = Set(case);
            row.points = Set(points);
        }
        if let Some(text) = wanted.texts.get(id) {
            row.description = Set(text.clone());
        }
        if let Some(before) = before {
            row.id = Set(before.id);
            change.update(before, row).await?;
        } else if wanted.marks.get(id).is_some_and(Option::is_some)
            || wanted.texts.get(id).is_some_and(Option::is_some)
        {
            row.id = Set(change.new_id());
            row.application_id = Set(application.id);
            row.criterion = Set(id.clone());
            change.insert(row).await?;
        } else {
            continue;
        }
        written.push(id.clone());
    }
    Ok(written)
}

async fn write_told(
    change: &mut Change,
    application: &Application,
    rows: &BTreeMap<narrative_row::Topic, narrative_row::Model>,
    told: BTreeMap<narrative_row::Topic, String>,
    version: i32,
) -> Result<Vec<String>> {
    let mut written = Vec::new();
    for (topic, body) in told {
        let before = rows.get(&topic);
        if before.map_or(body.is_empty(), |row| row.body == body) {
            continue;
        }
        let mut row = narrative_row::ActiveModel {
            body: Set(body),
            written_by: Set(change.by()),
            written_by_name: Set(change.by_name().to_owned()),
            written_at: Set(change.at()),
            version: Set(version),
            ..Default::default()
        };
        if let Some(before) = before {
            row.id = Set(before.id);
            change.update(before, row).await?;
        } else {
            row.id = Set(change.new_id());
            row.application_id = Set(application.id);
            row.topic = Set(topic);
            change.insert(row).await?;
        }
        written.push(topic.to_string());
    }
    Ok(written)
}

/// `POST /dossiers/{id}/marks`.
pub(crate) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(form): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let (version, wanted) = {
        let (_, sheet) = sheet_of(&here.ground().rules, &seen.application)?;
        parse_form(sheet, &form)?
    };
    match mark(here.ground(), &here.actor, &seen, version, wanted).await? {
        Marked::Saved(version) if here.wants_json => {
            let saved_at = web::parts::clock_time(here.ground().clock.now());
            Ok(Json(json!({ "version": version.to_string(), "saved_at": saved_at })).into_response())
        }
        Marked::Saved(_) => here.done(&format!("/dossiers/{id}"), "marks-saved"),
        Marked::Clash(_) if here.wants_json => {
            let refusal = Refusal::conflict("changed-meanwhile");
            let body = json!({
                "type": "/problems/changed-meanwhile",
                "status": 409,
                "detail": here.app.words.refusal(here.lang, &refusal),
                "merge": merge::address(id, &form),
            });
            Ok((StatusCode::CONFLICT, Json(body)).into_response())
        }
        Marked::Clash(_) => merge::page(&here, &seen, &form).await,
    }
}
