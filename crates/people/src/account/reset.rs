//! Giving a new one-time password to someone who forgot theirs: `reset-password`.

use axum::extract::Path;
use ground::actor::UserId;
use ground::{Actor, Ground, Result};
use web::{Answer, Here, Posted};

use super::add::{Added, OneTimePage};
use super::store;
use crate::password::OneTime;
use crate::session;

/// Puts a one-time password in place; all sessions of the account end.
///
/// # Errors
/// Not allowed, also on one's own account.
pub async fn reset(ground: &Ground, actor: &Actor, id: UserId) -> Result<Added> {
    let account = store::find(&ground.reader(), id).await?;
    ground.access.require(actor, "reset-password", &account.resource())?;
    let one_time = OneTime::new(ground).await?;
    let mut change = ground.change(actor, "reset-password", &account.resource()).await?;
    change.say("name", &account.name);
    let account = store::set_password(&mut change, &account, one_time.hashed.0, Some(one_time.until)).await?;
    session::end_all(&mut change, id, None).await?;
    change.commit().await?;
    Ok(Added { account, one_time_password: one_time.text })
}

/// `POST /accounts/{id}/password`.
pub(super) async fn receive(here: Here, Path(id): Path<UserId>, Posted(_): Posted) -> Answer {
    let added = reset(here.ground(), &here.actor, id).await?;
    here.show(&OneTimePage::of(&here, added))
}
