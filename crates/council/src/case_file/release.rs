//! `release`: the chair makes the result known; the seal over the marks is broken.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use web::{Answer, Here, Posted};

use super::model::Happened;
use super::{CaseFileId, Stage, store};
use crate::{ballot, outcome};

/// Releases the result.
///
/// # Errors
/// `not-allowed` for anyone but the chair; where the case stands instead; `spread-exceeded` while a second round is due;
/// `no-quorum`, `no-chair`; `ballots-out`.
pub async fn release(ground: &Ground, actor: &Actor, id: CaseFileId) -> Result<()> {
    let seen = store::hearing(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "release-result", &seen.resource()).await?;
    let hearing = store::locked(&change, id).await?;
    let stage = hearing.must_be(|stage| matches!(stage, Stage::Closed(_)))?;
    hearing.quorum().must_hold()?;
    let counted = outcome::count(&change.reader(), &ground.rules, &hearing).await?;
    if hearing.findings.is_empty() && counted.verdict.spread_exceeded && hearing.has_round_left() {
        let refusal =
            Refusal::wrong_state("spread-exceeded").with("spread", counted.verdict.spread.unwrap_or(0));
        return Err(refusal.with("limit", hearing.convened.rules.spread_limit));
    }
    change.say("product", &hearing.case.product_name);
    change.unseal(ballot::seal(id));
    store::happen(&mut change, id, Happened::Released, stage.round()).await?;
    crate::outside::scored(&mut change, &hearing, &counted).await?;
    change.commit().await
}

/// `POST /cases/{id}/release`.
pub(super) async fn post(here: Here, Path(id): Path<CaseFileId>, Posted(_): Posted) -> Answer {
    release(here.ground(), &here.actor, id).await?;
    here.done(&format!("/cases/{id}"), "result-released")
}
