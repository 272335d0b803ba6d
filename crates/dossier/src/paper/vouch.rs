//! `vouch`: someone of an office compared the copy with the original.

use axum::extract::Path;
use ground::Result;
use ground::{Actor, Ground};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::{PaperId, store, vouching_row};

/// Vouches for a paper.
///
/// # Errors
/// `not-found`, `not-allowed`.
pub async fn vouch(ground: &Ground, actor: &Actor, id: PaperId) -> Result<()> {
    let (paper, resource) = store::see(ground, actor, id).await?;
    let mut change = ground.change(actor, "vouch-paper", &resource).await?;
    let row = vouching_row::ActiveModel {
        id: Set(change.new_id()),
        paper_id: Set(id),
        account_id: Set(change.by()),
        name: Set(change.by_name().to_owned()),
        at: Set(change.at()),
    };
    change.insert(row).await?;
    change.say("paper", paper.title);
    change.commit().await
}

/// `POST /papers/{id}/vouch`.
pub(super) async fn post(here: Here, Path(id): Path<PaperId>, Posted(_): Posted) -> Answer {
    vouch(here.ground(), &here.actor, id).await?;
    here.done(&format!("/papers/{id}"), "paper-vouched")
}
