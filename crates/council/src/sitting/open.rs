//! `open` and `close`: a sitting opens with a quorum, and closes when every case is released.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use web::{Answer, Here, Posted};

use super::{Moment, SittingId, store};
use crate::case_file;

/// Opens a sitting.
///
/// # Errors
/// `not-allowed`; `sitting-opened`; `no-quorum`, `no-chair`; `agenda-empty`.
pub async fn open(ground: &Ground, actor: &Actor, id: SittingId) -> Result<()> {
    let seen = store::convened(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "open-sitting", &seen.resource()).await?;
    store::lock(&change, id).await?;
    let convened = store::convened(&change.reader(), id).await?;
    if convened.when(Moment::Opened).is_some() {
        return Err(Refusal::wrong_state("sitting-opened"));
    }
    if case_file::of_sitting(&change.reader(), id).await?.is_empty() {
        return Err(Refusal::wrong_state("agenda-empty"));
    }
    let quorum = convened.quorum();
    quorum.must_hold()?;
    change.say("present", quorum.present);
    change.say("members", quorum.members);
    store::happen(&mut change, id, Moment::Opened).await?;
    change.commit().await
}

/// Closes a sitting.
///
/// # Errors
/// `not-allowed`; `sitting-not-open`; `cases-open` with how many are not released.
pub async fn close(ground: &Ground, actor: &Actor, id: SittingId) -> Result<()> {
    let seen = store::convened(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "close-sitting", &seen.resource()).await?;
    store::lock(&change, id).await?;
    let convened = store::convened(&change.reader(), id).await?;
    if !convened.is_open() {
        return Err(Refusal::wrong_state("sitting-not-open"));
    }
    let cases = case_file::of_sitting(&change.reader(), id).await?;
    let stages = case_file::stages(&change.reader(), &cases).await?;
    let left = cases.iter().filter(|case| stages.get(&case.id) != Some(&case_file::Stage::Released)).count();
    if left > 0 {
        return Err(Refusal::wrong_state("cases-open").with("count", left));
    }
    store::happen(&mut change, id, Moment::Closed).await?;
    change.commit().await
}

/// `POST /sittings/{id}/open`.
pub(super) async fn post(here: Here, Path(id): Path<SittingId>, Posted(_): Posted) -> Answer {
    open(here.ground(), &here.actor, id).await?;
    here.done(&format!("/sittings/{id}"), "sitting-opened")
}

/// `POST /sittings/{id}/close`.
pub(super) async fn post_close(here: Here, Path(id): Path<SittingId>, Posted(_): Posted) -> Answer {
    close(here.ground(), &here.actor, id).await?;
    here.done(&format!("/sittings/{id}"), "sitting-closed")
}
