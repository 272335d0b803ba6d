//! `leave`: a member who left stays in the list with the day.

use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use web::{Answer, Here, Posted};

use super::store::{ActiveModel, Entity, MemberId};
use crate::producer::{changed, href, visible};

/// Ends a membership today.
///
/// # Errors
/// `not-found`, `not-allowed`; `register-left-already`.
pub async fn leave(ground: &Ground, actor: &Actor, producer: ProducerId, member: MemberId) -> Result<()> {
    let (producer, resource) = visible(ground, actor, producer).await?;
    let mut change = ground.change(actor, "edit-members", &resource).await?;
    let before = Entity::find_by_id(member).one(&change.reader()).await?;
    let before = before.filter(|row| row.producer_id == producer.id).ok_or_else(Refusal::not_found)?;
    if before.left_on.is_some() {
        return Err(Refusal::wrong_state("register-left-already").with("name", &before.name));
    }
    let row = ActiveModel { id: Set(member), left_on: Set(Some(change.at().day())), ..Default::default() };
    change.update(&before, row).await?;
    change.say("member", &before.name);
    change.say("left", "yes");
    change.tell(changed(&producer)?);
    change.commit().await
}

/// `POST /register/producers/{id}/members/{member}/leave`.
pub(in crate::producer) async fn submit(
    here: Here,
    Path((id, member)): Path<(ProducerId, MemberId)>,
    Posted(_): Posted,
) -> Answer {
    leave(here.ground(), &here.actor, id, member).await?;
    here.done(&href(id), "member-left")
}
