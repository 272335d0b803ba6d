//! `submit`: the producer files the dossier with the commune, for the first time or mended.

use axum::extract::Path;
use ground::{Actor, FieldProblem, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::{return_row, store};
use crate::application::{self, Application, ApplicationId, Seen, record_step, walk};
use crate::self_assessment::{marks, sheet_of, unmarked};

/// Most characters of an answer to an item of a return.
const ANSWER: usize = 1_000;
/// Prefix of the field of an answer.
pub(super) const ANSWERS: &str = "answer-";

/// Files the dossier. `answers` say what was done about the items of the return before, in their order.
///
/// # Errors
/// `not-allowed`, `dossier-in-procedure`; `dossier-unmarked` naming the first criterion without a mark; at its field an
/// item of the return without an answer.
pub async fn submit(
    ground: &Ground,
    actor: &Actor,
    seen: &Seen,
    answers: &[(return_row::ReturnItemId, String)],
) -> Result<Application> {
    seen.must_be_open()?;
    let application = &seen.application;
    let (_, sheet) = sheet_of(&ground.rules, application)?;
    let marks = marks(&ground.reader(), application.id).await?;
    let open = unmarked(sheet, &marks);
    if let Some(first) = open.first() {
        let refusal = Refusal::wrong_state("dossier-unmarked").with("count", open.len()).with("criterion", &first.id);
        return Err(refusal.way_out(format!("/dossiers/{}", application.id)));
    }
    let mut change = ground.change(actor, "submit-dossier", &seen.resource).await?;
    let rows = application::history(&change.reader(), application.id).await?;
    let walked = walk(&ground.rules, application, &rows)?;
    let step = walked.next().map(|step| step.id.clone()).ok_or_else(|| Refusal::wrong_state("dossier-ended"))?;
    let mut problems = Vec::new();
    for item in store::open_items(&change.reader(), &rows).await? {
        let answer = answers.iter().find(|(id, _)| *id == item.id).map(|(_, answer)| answer.trim());
        let Some(answer) = answer.filter(|answer| !answer.is_empty()) else {
            problems.push(FieldProblem::new(format!("{ANSWERS}{}", item.id), "answer-missing"));
            continue;
        };
        let answered = return_row::ActiveModel {
            id: Set(item.id),
            answer: Set(Some(answer.chars().take(ANSWER).collect())),
            answered_at: Set(Some(change.at())),
            ..Default::default()
        };
        change.update(&item, answered).await?;
    }
    if !problems.is_empty() {
        return Err(Refusal::invalid(problems));
    }
    let after = record_step(&mut change, application, step).await?;
    change.say("product", &application.product_name);
    change.commit().await?;
    Ok(after)
}

/// `POST /dossiers/{id}/submit`.
pub(super) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(form): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let answers: Vec<_> = form
        .pairs()
        .filter_map(|(name, value)| Some((name.strip_prefix(ANSWERS)?.parse().ok()?, value.to_owned())))
        .collect();
    match submit(here.ground(), &here.actor, &seen, &answers).await {
        Ok(_) => here.done(&format!("/dossiers/{id}/procedure"), "dossier-submitted"),
        Err(refusal) => super::show::again(&here, &seen, &form, refusal).await,
    }
}
