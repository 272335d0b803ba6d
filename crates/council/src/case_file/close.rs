//! `close`: every marker has handed in; the secretary closes the round.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use web::{Answer, Here, Posted};

use super::model::Happened;
use super::{CaseFileId, Stage, store};

/// Closes the round. Once a code is found, marking need not go on: then the round closes with the ballots there are.
///
/// # Errors
/// `not-allowed`; where the case stands instead; `ballots-out` with who has not handed in; `no-quorum`, `no-chair`.
pub async fn close(ground: &Ground, actor: &Actor, id: CaseFileId) -> Result<()> {
    let seen = store::hearing(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "close-round", &seen.resource()).await?;
    let hearing = store::locked(&change, id).await?;
    let stage = hearing.must_be(|stage| matches!(stage, Stage::Marking(_)))?;
    hearing.quorum().must_hold()?;
    let awaited = hearing.awaited(stage.round());
    if !awaited.is_empty() && hearing.findings.is_empty() {
        let names: Vec<&str> = awaited.iter().map(|seat| seat.name.as_str()).collect();
        return Err(Refusal::wrong_state("ballots-out").with("members", names.join(", ")));
    }
    change.say("product", &hearing.case.product_name);
    change.say("round", stage.round());
    store::happen(&mut change, id, Happened::Closed, stage.round()).await?;
    change.commit().await
}

/// `POST /cases/{id}/close`.
pub(super) async fn post(here: Here, Path(id): Path<CaseFileId>, Posted(_): Posted) -> Answer {
    close(here.ground(), &here.actor, id).await?;
    here.done(&format!("/cases/{id}"), "round-closed")
}
