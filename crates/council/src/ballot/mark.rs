//! `mark`: a member marks one criterion.

use axum::extract::Path;
use axum::response::IntoResponse;
use ground::{Actor, Ground, Instant, Refusal, Result};
use serde_json::json;
use web::parts::clock_time;
use web::{Answer, FormData, Here, Posted, see_other};

use super::crowd::{MOST, Marking, Pending, write};
use super::model::{NOTE, OPINION};
use super::show;
use crate::case_file::CaseFileId;

/// A mark to save.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The case.
    pub case: CaseFileId,
    /// The criterion's number in the sheet.
    pub criterion: String,
    /// The points as typed; none to flag or note only.
    pub points: Option<String>,
    /// A remark for the minutes.
    pub note: Option<String>,
    /// Look again later.
    pub flagged: bool,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// When it was on disk.
    pub at: Instant,
    /// In which round.
    pub round: i32,
}

/// Saves a mark. It is on disk when this returns; marks that come in at the same time share the wait for the disk.
///
/// # Errors
/// `not-found` for who has no seat; where the case stands instead; `recused`, `not-a-marker`, `ballot-handed-in`,
/// `criterion-settled`, `criterion-does-not-apply`; `not-an-option` with what the options give.
pub async fn save_mark(ground: &Ground, actor: &Actor, wanted: Wanted) -> Result<Saved> {
    let pending = Pending { actor: actor.clone(), wanted };
    let below = ground.clone();
    ground.shelf.get::<Marking>().bring(pending, MOST, move |pending| write(below, pending)).await
}

fn read(case: CaseFileId, criterion: String, form: &FormData) -> Result<Wanted> {
    let mut reading = form.read();
    let note = reading.optional("note", NOTE);
    let flagged = reading.flag("later");
    let points = Some(form.get("points").trim()).filter(|text| !text.is_empty()).map(str::to_owned);
    reading.done(|| Some(Wanted { case, criterion, points, note: note?, flagged }))
}

/// `POST /ballots/{case}/{criterion}`.
pub(super) async fn post(
    here: Here,
    Path((case, criterion)): Path<(CaseFileId, String)>,
    Posted(form): Posted,
) -> Answer {
    let done = match read(case, criterion.clone(), &form) {
        Ok(wanted) => save_mark(here.ground(), &here.actor, wanted).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(saved) => acknowledged(&here, case, &criterion, saved).await,
        Err(refusal) if here.wants_json => Err(refusal.into()),
        Err(refusal) => here.show_again(&show::page(&here, case, &criterion, Some(&refusal)).await?, refusal),
    }
}

/// `POST /ballots/{case}/opinion`.
pub(super) async fn post_opinion(here: Here, Path(case): Path<CaseFileId>, Posted(form): Posted) -> Answer {
    let wanted = read(case, OPINION.to_owned(), &form)?;
    let saved = save_mark(here.ground(), &here.actor, wanted).await?;
    if here.wants_json {
        return Ok(axum::Json(json!({ "saved_at": clock_time(saved.at) })).into_response());
    }
    here.done(&format!("/ballots/{case}"), "opinion-saved")
}

async fn acknowledged(here: &Here, case: CaseFileId, criterion: &str, saved: Saved) -> Answer {
    if here.wants_json {
        return Ok(axum::Json(json!({ "saved_at": clock_time(saved.at) })).into_response());
    }
    let hearing = crate::case_file::hearing(&here.reader(), case).await?;
    let shown = show::shown(here, &hearing, saved.round).await?;
    let next = super::model::around(&shown, criterion).and_then(|(_, _, next)| next);
    if next.is_none() && shown.is_empty() {
        return Err(Refusal::not_found().into());
    }
    Ok(see_other(&show::address(case, next)))
}
