//! `withdraw`: a paper is taken out of the vault; dossiers that cite it say so.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::{PaperId, row, store};

/// Takes a paper out. Its file and its history stay.
///
/// # Errors
/// `not-found`, `not-allowed`, `paper-is-out`.
pub async fn withdraw(ground: &Ground, actor: &Actor, id: PaperId) -> Result<()> {
    let (paper, resource) = store::see(ground, actor, id).await?;
    if paper.withdrawn_at.is_some() {
        return Err(Refusal::wrong_state("paper-is-out"));
    }
    let mut change = ground.change(actor, "withdraw-paper", &resource).await?;
    let after = row::ActiveModel {
        id: Set(id),
        withdrawn_at: Set(Some(change.at())),
        version: Set(paper.version + 1),
        ..Default::default()
    };
    change.update(&paper, after).await?;
    change.say("paper", &paper.title);
    change.commit().await
}

/// `POST /papers/{id}/withdraw`.
pub(super) async fn post(here: Here, Path(id): Path<PaperId>, Posted(_): Posted) -> Answer {
    withdraw(here.ground(), &here.actor, id).await?;
    here.done(&format!("/papers/{id}"), "paper-withdrawn")
}
