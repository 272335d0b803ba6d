//! Ending a role: `end-role`.

use axum::extract::Path;
use ground::actor::UserId;
use ground::{Actor, Ground, Refusal, Result};
use web::{Answer, Here, Posted};

use super::model::{Model, RoleHeldId};
use super::store;
use crate::account;

/// Ends a role at once: from today it is no longer held.
///
/// # Errors
/// Not allowed; `role-ended` when it has ended already.
pub async fn end(ground: &Ground, actor: &Actor, of: UserId, id: RoleHeldId) -> Result<Model> {
    let of = account::find(&ground.reader(), of).await?;
    let mut change = ground.change(actor, "end-role", &of.resource()).await?;
    let held = store::find(&change.reader(), of.id, id).await?;
    let today = change.at().day();
    if held.until_day.is_some_and(|until| until <= today) {
        return Err(Refusal::wrong_state("role-ended"));
    }
    change.say("name", &of.name);
    change.say("role", held.role);
    change.say("scope", &held.scope_name);
    let held = store::set_until(&mut change, &held, today).await?;
    account::bump(&mut change, of.id).await?;
    change.commit().await?;
    Ok(held)
}

/// `POST /accounts/{id}/roles/{role}/end`.
pub(super) async fn receive(
    here: Here,
    Path((account, role)): Path<(UserId, RoleHeldId)>,
    Posted(_): Posted,
) -> Answer {
    end(here.ground(), &here.actor, account, role).await?;
    here.done(&format!("/accounts/{account}"), "role-ended")
}
