//! `remove`: a link is no more.

use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Actor, Ground, Result};
use web::{Answer, Here, Posted};

use super::{KEEP, visible};
use crate::item::TradeItemId;
use crate::link::store::{self, ActiveModel};
use crate::link::{ItemLinkId, page::href};

/// Removes a link.
///
/// # Errors
/// `not-found`, `not-allowed`.
pub async fn remove(
    ground: &Ground,
    actor: &Actor,
    (producer, item): (ProducerId, TradeItemId),
    link: ItemLinkId,
) -> Result<()> {
    let (item, resource) = visible(ground, actor, producer, item).await?;
    let mut change = ground.change(actor, KEEP, &resource).await?;
    let before = store::load(&change.reader(), item.id, link).await?;
    change.say("item", &item.name);
    change.say("title", &before.title);
    change.say("step", "removed");
    change.remove::<ActiveModel>(before).await?;
    change.commit().await
}

/// `POST /goods/{producer}/items/{item}/links/{link}/remove`.
pub(super) async fn submit(
    here: Here,
    Path((producer, item, link)): Path<(ProducerId, TradeItemId, ItemLinkId)>,
    Posted(_): Posted,
) -> Answer {
    let (known, _) = visible(here.ground(), &here.actor, producer, item).await?;
    remove(here.ground(), &here.actor, (producer, item), link).await?;
    here.done(&href(&known), "link-removed")
}
