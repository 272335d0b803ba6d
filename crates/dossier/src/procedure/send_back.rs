//! `return`: the dossier goes back to the producer with a reason for each item. From the province and the advisory team
//! it goes through the commune, which sees it in its inbox.

use axum::extract::Path;
use ground::{Actor, FieldProblem, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, FormData, Here, Posted};

use super::{return_row, store};
use crate::application::{self, Application, ApplicationId, Seen, Stage, record_return, variant};
use crate::self_assessment::sheet_of;

/// Most characters of a reason.
const REASON: usize = 1_000;
/// Most items of one return.
const ITEMS: usize = 60;
/// The item that is about the dossier as a whole.
pub(super) const WHOLE: &str = "dossier";

/// One thing to mend.
#[derive(Clone, Debug)]
pub struct ReturnItem {
    /// A criterion's number, an evidence row's code, or `dossier`.
    pub subject: String,
    /// Why it does not do as it is.
    pub reason: String,
}

/// Sends the dossier back.
///
/// # Errors
/// `not-allowed`; `step-missing`; `step-returns-nothing`; `return-needs-reason` without an item; an item about nothing
/// that is there.
pub async fn send_back(
    ground: &Ground,
    actor: &Actor,
    seen: &Seen,
    items: Vec<ReturnItem>,
) -> Result<Application> {
    if items.is_empty() {
        return Err(Refusal::field("reason-1", "return-needs-reason"));
    }
    check(ground, &seen.application, &items)?;
    // Only who has it in hand sends it back: the level of the next step decides who that is.
    let hand = match seen.application.stage {
        Stage::Province => "accept-dossier",
        Stage::Advisory => "report-dossier",
        _ => "forward-dossier",
    };
    ground.access.require(actor, hand, &seen.resource)?;
    let mut change = ground.change(actor, "return-dossier", &seen.resource).await?;
    let application = application::locked(&change, seen.application.id).await?;
    let rows = application::history(&change.reader(), application.id).await?;
    let walked = application::walk(&ground.rules, &application, &rows)?;
    let actor_of_step = match application.stage {
        Stage::Province => "ocop_unit",
        Stage::Advisory => "advisory_team",
        _ => "commune",
    };
    let step = store::step_of(variant(&ground.rules, &application)?, actor_of_step);
    let step = step.ok_or_else(|| Refusal::wrong_state("dossier-not-here"))?;
    walked.may_return(&step)?;
    let (after, row) = record_return(&mut change, &application, step).await?;
    change.say("count", items.len());
    for item in items {
        let item = return_row::ActiveModel {
            id: Set(change.new_id()),
            step_id: Set(row.id),
            application_id: Set(application.id),
            subject: Set(item.subject),
            reason: Set(item.reason),
            answer: Set(None),
            answered_at: Set(None),
        };
        change.insert(item).await?;
    }
    change.commit().await?;
    Ok(after)
}

fn check(ground: &Ground, application: &Application, items: &[ReturnItem]) -> Result<()> {
    let (pack, sheet) = sheet_of(&ground.rules, application)?;
    let is_there = |subject: &str| {
        subject == WHOLE || sheet.criterion(subject).is_some() || pack.evidence().any(|(code, _)| code == subject)
    };
    let astray = items.iter().enumerate().filter(|(_, item)| !is_there(&item.subject));
    let problems: Vec<_> =
        astray.map(|(n, _)| FieldProblem::new(format!("subject-{}", n + 1), "not-a-choice")).collect();
    if problems.is_empty() { Ok(()) } else { Err(Refusal::invalid(problems)) }
}

// Rows `subject-n` and `reason-n`; a row without a reason is no item.
fn parse(form: &FormData) -> Vec<ReturnItem> {
    let rows = (1..=ITEMS).map(|n| (form.get(&format!("subject-{n}")), form.get(&format!("reason-{n}")).trim()));
    rows.filter(|(_, reason)| !reason.is_empty())
        .map(|(subject, reason)| ReturnItem {
            subject: if subject.is_empty() { WHOLE.to_owned() } else { subject.to_owned() },
            reason: reason.chars().take(REASON).collect(),
        })
        .collect()
}

/// `POST /dossiers/{id}/return`.
pub(super) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(form): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    match send_back(here.ground(), &here.actor, &seen, parse(&form)).await {
        // Who returned it may no longer see it, as an advisory team does: so to the list.
        Ok(_) if seen.application.stage == Stage::Advisory => here.done("/dossiers", "dossier-returned"),
        Ok(_) => here.done(&format!("/dossiers/{id}/procedure"), "dossier-returned"),
        Err(refusal) => super::show::again(&here, &seen, &form, refusal).await,
    }
}
