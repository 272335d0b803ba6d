//! `find`: the council finds a code that rejects the dossier or stops the evaluation, with its reason.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::{CaseFileId, Stage, finding_row, show, store};

/// Characters of a reason.
const REASON: usize = 1_000;

/// Enters a finding.
///
/// # Errors
/// `not-allowed`; where the case stands instead; `not-a-choice` for a code the sheet does not carry; `finding-known`.
pub async fn find(ground: &Ground, actor: &Actor, id: CaseFileId, code: &str, reason: String) -> Result<()> {
    let seen = store::hearing(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "find-code", &seen.resource()).await?;
    let hearing = store::locked(&change, id).await?;
    hearing.must_be(|stage| matches!(stage, Stage::Marking(_) | Stage::Closed(_)))?;
    let (pack, sheet) = hearing.sheet(&ground.rules)?;
    let entry = sheet.codes().iter().find(|entry| entry.code.as_str() == code);
    let Some(entry) = entry else { return Err(Refusal::field("code", "not-a-choice")) };
    if hearing.findings.iter().any(|finding| finding.code == code) {
        return Err(Refusal::field("code", "finding-known"));
    }
    change.say("product", &hearing.case.product_name);
    change.say("finding", pack.code_name(&entry.code).map_or(code, |name| name.vi.as_str()));
    let row = finding_row::ActiveModel {
        case_file_id: Set(id),
        code: Set(code.to_owned()),
        reason: Set(reason),
        at: Set(change.at()),
        by_id: Set(change.by()),
        by_name: Set(change.by_name().to_owned()),
    };
    change.insert(row).await?;
    change.commit().await
}

/// Takes a finding back; the journal keeps it. A round that it let close with ballots out is no longer closed in
/// good order, so from then on the case cannot be released before those ballots are in.
///
/// # Errors
/// `not-allowed`; `not-found`; where the case stands instead.
pub async fn withdraw(ground: &Ground, actor: &Actor, id: CaseFileId, code: &str) -> Result<()> {
    let seen = store::hearing(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "withdraw-finding", &seen.resource()).await?;
    let hearing = store::locked(&change, id).await?;
    hearing.must_be(|stage| matches!(stage, Stage::Marking(_) | Stage::Closed(_)))?;
    if matches!(hearing.stage(), Stage::Closed(round) if !hearing.awaited(round).is_empty()) {
        return Err(Refusal::wrong_state("finding-closed-round"));
    }
    let finding = hearing.findings.iter().find(|finding| finding.code == code);
    let finding = finding.cloned().ok_or_else(Refusal::not_found)?;
    change.say("product", &hearing.case.product_name);
    change.remove::<finding_row::ActiveModel>(finding).await?;
    change.commit().await
}

/// `POST /cases/{id}/findings`.
pub(super) async fn post(here: Here, Path(id): Path<CaseFileId>, Posted(form): Posted) -> Answer {
    let mut reading = form.read();
    let code = reading.text("code", 100);
    let reason = reading.text("reason", REASON);
    let done = match reading.done(|| Some((code?, reason?))) {
        Ok((code, reason)) => find(here.ground(), &here.actor, id, &code, reason).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => here.done(&format!("/cases/{id}"), "finding-entered"),
        Err(refusal) => here.show_again(&show::page(&here, id, Some(&refusal)).await?, refusal),
    }
}

/// `POST /cases/{id}/findings/{code}/withdraw`.
pub(super) async fn post_withdraw(
    here: Here,
    Path((id, code)): Path<(CaseFileId, String)>,
    Posted(_): Posted,
) -> Answer {
    withdraw(here.ground(), &here.actor, id, &code).await?;
    here.done(&format!("/cases/{id}"), "finding-withdrawn")
}
