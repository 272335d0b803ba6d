//! `edit`: a link leads elsewhere, or says something else.

use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Actor, Ground, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::add::{page, row_of};
use super::form::{NewLink, form_of};
use super::{KEEP, href, kept, visible};
use crate::item::TradeItemId;
use crate::link::{ItemLinkId, store};
use crate::lot;

/// Writes a link anew.
///
/// # Errors
/// `not-found`, `not-allowed`.
pub async fn edit(
    ground: &Ground,
    actor: &Actor,
    (producer, item): (ProducerId, TradeItemId),
    link: ItemLinkId,
    new: &NewLink,
) -> Result<()> {
    let (item, resource) = visible(ground, actor, producer, item).await?;
    let mut change = ground.change(actor, KEEP, &resource).await?;
    let before = store::load(&change.reader(), item.id, link).await?;
    let mut row = row_of(new);
    row.id = Set(before.id);
    change.update(&before, row).await?;
    change.say("item", &item.name);
    change.say("title", &new.title);
    change.say("step", "edited");
    change.commit().await
}

type Where = Path<(ProducerId, TradeItemId, ItemLinkId)>;

fn action(list: &str, link: ItemLinkId) -> (&'static str, String) {
    ("link-edit", format!("{list}/{link}/edit"))
}

/// `GET /goods/{producer}/items/{item}/links/{link}/edit`.
pub(super) async fn offer(here: Here, Path((producer, item, link)): Where) -> Answer {
    let item = kept(&here, producer, item).await?;
    let known = store::load(&here.reader(), item.id, link).await?;
    let lot = match known.lot_id {
        Some(lot) => Some(lot::load(&here.reader(), lot).await?.code),
        None => None,
    };
    let form = form_of(&known, lot.as_ref());
    here.show(&page(&here, &item, action(&href(&item), link), &form, None))
}

/// `POST /goods/{producer}/items/{item}/links/{link}/edit`.
pub(super) async fn submit(here: Here, Path((producer, item, link)): Where, Posted(form): Posted) -> Answer {
    let item = kept(&here, producer, item).await?;
    let edited = async {
        let url = &here.ground().config.public_url;
        let new = NewLink::read(&here.reader(), url, item.id, &form).await?;
        edit(here.ground(), &here.actor, (producer, item.id), link, &new).await
    };
    match edited.await {
        Ok(()) => here.done(&href(&item), "link-edited"),
        Err(refusal) => {
            let page = page(&here, &item, action(&href(&item), link), &form, Some(&refusal));
            here.show_again(&page, refusal)
        }
    }
}
