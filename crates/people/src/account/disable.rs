//! Closing an account and opening it again: `disable-account`, `enable-account`.

use axum::extract::Path;
use ground::actor::UserId;
use ground::{Actor, Ground, Refusal, Result};
use web::{Answer, Here, Posted};

use super::{AccountRow, store};
use crate::session;

/// Closes an account: its sessions end, its roles sleep.
///
/// # Errors
/// Not allowed, also on one's own account; `account-disabled` when it is closed already.
pub async fn disable(ground: &Ground, actor: &Actor, id: UserId) -> Result<AccountRow> {
    let account = store::find(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "disable-account", &account.resource()).await?;
    if account.disabled_at.is_some() {
        return Err(Refusal::wrong_state("account-disabled"));
    }
    change.say("name", &account.name);
    let at = change.at();
    let account = store::set_disabled(&mut change, &account, Some(at)).await?;
    session::end_all(&mut change, id, None).await?;
    change.commit().await?;
    Ok(account)
}

/// Opens a closed account again.
///
/// # Errors
/// Not allowed; `account-open` when it is not closed.
pub async fn enable(ground: &Ground, actor: &Actor, id: UserId) -> Result<AccountRow> {
    let account = store::find(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "enable-account", &account.resource()).await?;
    if account.disabled_at.is_none() {
        return Err(Refusal::wrong_state("account-open"));
    }
    change.say("name", &account.name);
    let account = store::set_disabled(&mut change, &account, None).await?;
    change.commit().await?;
    Ok(account)
}

/// `POST /accounts/{id}/disable`.
pub(super) async fn receive(here: Here, Path(id): Path<UserId>, Posted(_): Posted) -> Answer {
    disable(here.ground(), &here.actor, id).await?;
    here.done(&format!("/accounts/{id}"), "account-disabled")
}

/// `POST /accounts/{id}/enable`.
pub(super) async fn receive_enable(here: Here, Path(id): Path<UserId>, Posted(_): Posted) -> Answer {
    enable(here.ground(), &here.actor, id).await?;
    here.done(&format!("/accounts/{id}"), "account-enabled")
}
