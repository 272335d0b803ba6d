//! `advise` and `report`: the advisory team reviews the papers, lists what to look at on site, asks for tests, and
//! reports to the council.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use web::{Answer, FormData, Here, Posted};

use super::advice_row::{self, AdviceId, AdviceKind};
use super::store;
use crate::application::{self, Application, ApplicationId, Seen, Stage, record_step, variant};
use crate::self_assessment::sheet_of;

/// Most characters of a note.
const BODY: usize = 4_000;

/// A note to be written.
#[derive(Clone, Debug)]
pub struct NewAdvice {
    /// What kind.
    pub kind: AdviceKind,
    /// The criterion it is about.
    pub criterion: Option<String>,
    /// What.
    pub body: String,
    /// Desk review: whether the evidence carries the producer's mark.
    pub agrees: Option<bool>,
}

/// Writes a note.
///
/// # Errors
/// `not-allowed`; `dossier-not-here`; no such criterion.
pub async fn advise(ground: &Ground, actor: &Actor, seen: &Seen, new: NewAdvice) -> Result<AdviceId> {
    let mut change = ground.change(actor, "advise-dossier", &seen.resource).await?;
    let application = application::locked(&change, seen.application.id).await?;
    if application.stage != Stage::Advisory {
        return Err(Refusal::wrong_state("dossier-not-here"));
    }
    let (_, sheet) = sheet_of(&ground.rules, &application)?;
    if new.criterion.as_ref().is_some_and(|id| sheet.criterion(id).is_none()) {
        return Err(Refusal::field("criterion", "not-a-choice"));
    }
    let id: AdviceId = change.new_id();
    let row = advice_row::ActiveModel {
        id: Set(id),
        application_id: Set(application.id),
        kind: Set(new.kind),
        criterion: Set(new.criterion),
        body: Set(new.body),
        agrees: Set(new.agrees),
        outcome: Set(None),
        by_id: Set(change.by()),
        by_name: Set(change.by_name().to_owned()),
        at: Set(change.at()),
        settled_at: Set(None),
    };
    change.insert(row).await?;
    change.say("kind", new.kind);
    change.commit().await?;
    Ok(id)
}

/// Enters what a visit showed or a test said.
///
/// # Errors
/// `not-allowed`; `not-found` for no note of this dossier.
pub async fn settle(
    ground: &Ground,
    actor: &Actor,
    seen: &Seen,
    id: AdviceId,
    outcome: String,
) -> Result<()> {
    let mut change = ground.change(actor, "advise-dossier", &seen.resource).await?;
    let before = advice_row::Entity::find_by_id(id).one(&change.reader()).await?;
    let before =
        before.filter(|row| row.application_id == seen.application.id).ok_or_else(Refusal::not_found)?;
    let row = advice_row::ActiveModel {
        id: Set(id),
        outcome: Set(Some(outcome)),
        settled_at: Set(Some(change.at())),
        ..Default::default()
    };
    change.say("kind", before.kind);
    change.update(&before, row).await?;
    change.commit().await
}

/// Reports to the council: the dossier is ready for its agenda.
///
/// # Errors
/// `not-allowed`; `step-missing`; `advice-open` while a visit or a test has no outcome.
pub async fn report(ground: &Ground, actor: &Actor, seen: &Seen, body: String) -> Result<Application> {
    let mut change = ground.change(actor, "report-dossier", &seen.resource).await?;
    let application = application::locked(&change, seen.application.id).await?;
    let step = store::step_of(variant(&ground.rules, &application)?, "advisory_team");
    let step = step.ok_or_else(|| Refusal::wrong_state("dossier-not-here"))?;
    let rows = application::history(&change.reader(), application.id).await?;
    application::walk(&ground.rules, &application, &rows)?.admits(&step)?;
    let notes = store::advice(&change.reader(), application.id).await?;
    let open = notes.iter().filter(|note| {
        matches!(note.kind, AdviceKind::Visit | AdviceKind::Test) && note.settled_at.is_none()
    });
    let open = open.count();
    if open > 0 {
        return Err(Refusal::wrong_state("advice-open").with("count", open));
    }
    let row = advice_row::ActiveModel {
        id: Set(change.new_id()),
        application_id: Set(application.id),
        kind: Set(AdviceKind::Report),
        criterion: Set(None),
        body: Set(body),
        agrees: Set(None),
        outcome: Set(None),
        by_id: Set(change.by()),
        by_name: Set(change.by_name().to_owned()),
        at: Set(change.at()),
        settled_at: Set(None),
    };
    change.insert(row).await?;
    let after = record_step(&mut change, &application, step).await?;
    change.say("product", &application.product_name);
    change.commit().await?;
    Ok(after)
}

fn parse(form: &FormData) -> Result<NewAdvice> {
    let mut read = form.read();
    let kind: Option<AdviceKind> = read.word("kind");
    let (criterion, body) = (read.optional("criterion", 20), read.text("body", BODY));
    let agrees = match form.get("agrees") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    if kind == Some(AdviceKind::Report) {
        read.problem(ground::FieldProblem::new("kind", "not-a-choice"));
    }
    read.done(|| Some(NewAdvice { kind: kind?, criterion: criterion?, body: body?, agrees }))
}

/// `POST /dossiers/{id}/advice`.
pub(super) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(form): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let done = match parse(&form) {
        Ok(new) => advise(here.ground(), &here.actor, &seen, new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(_) => here.done(&format!("/dossiers/{id}/procedure#advice"), "advice-written"),
        Err(refusal) => super::show::again(&here, &seen, &form, refusal).await,
    }
}

/// `POST /dossiers/{id}/advice/{advice}`.
pub(super) async fn post_outcome(
    here: Here,
    Path((id, advice)): Path<(ApplicationId, AdviceId)>,
    Posted(form): Posted,
) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let mut read = form.read();
    let outcome = read.text("outcome", BODY);
    let outcome = read.done(|| outcome)?;
    settle(here.ground(), &here.actor, &seen, advice, outcome).await?;
    here.done(&format!("/dossiers/{id}/procedure#advice"), "advice-settled")
}

/// `POST /dossiers/{id}/report`.
pub(super) async fn post_report(here: Here, Path(id): Path<ApplicationId>, Posted(form): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let mut read = form.read();
    let body = read.text("report", BODY);
    let done = match read.done(|| body) {
        Ok(body) => report(here.ground(), &here.actor, &seen, body).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(_) => here.done(&format!("/dossiers/{id}/procedure"), "dossier-reported"),
        Err(refusal) => super::show::again(&here, &seen, &form, refusal).await,
    }
}
