//! Removing a subscription: `remove-subscription`, of any party `remove-any-subscription`.

use std::sync::Arc;

use axum::extract::Path;
use ground::{Refusal, Result};
use web::{Answer, Here, Posted};

use super::REMOVE;
use crate::caller::Sight;
use crate::desk::query::remove::{RemovePage, crumbs, not_allowed};
use crate::desk::query::{href, kept, right};
use crate::desk::seat::Seat;
use crate::store::{Party, Scope};
use crate::subscription::{Bell, Kept, find};

type Which = (i32, String, String);

async fn found(here: &Here, (party, name, id): &Which) -> Result<(Seat, Party, Kept)> {
    let (seat, party, _) = kept(here, *party, name).await?;
    let sight = Sight::of(party.tenant, Scope::Party(party.tenant));
    let subscription = find(&seat.store, &sight, name, id).await?;
    Ok((seat, party, subscription))
}

/// `GET /repository/queries/{party}/{name}/subscriptions/{id}/remove`.
pub(in crate::desk::query) async fn show(here: Here, Path(which): Path<Which>) -> Answer {
    let (_, party, subscription) = found(&here, &which).await?;
    right(&here, &party, REMOVE).ok_or_else(not_allowed)?;
    let (_, name, id) = which;
    let back = href(party.tenant, &name);
    let to = super::to(&here, &subscription.subscription);
    here.show(&RemovePage {
        frame: here.frame(),
        crumbs: crumbs(&here, &back, &name),
        title: here.t("trace-subscription-remove-title"),
        said: here.app.words.text(here.lang, "trace-subscription-remove-said", &[("to", to)]),
        go: here.t("trace-subscription-remove-go"),
        action: format!("{back}/subscriptions/{id}/remove"),
        back,
    })
}

/// `POST /repository/queries/{party}/{name}/subscriptions/{id}/remove`.
pub(in crate::desk::query) async fn submit(
    here: Here,
    Path(which): Path<Which>,
    Posted(_): Posted,
) -> Answer {
    let (seat, party, subscription) = found(&here, &which).await?;
    let (intent, resource) = right(&here, &party, REMOVE).ok_or_else(not_allowed)?;
    let (_, name, id) = which;
    let mut change = here.ground().change(&here.actor, intent, &resource).await?;
    change.say("id", &id);
    change.say("name", &name);
    change.say("party", &party.name);
    if !subscription.dismiss(&seat.store).await? {
        return Err(Refusal::not_found().into());
    }
    // An open socket learns that it is over.
    let bell: Arc<Bell> = here.ground().shelf.get();
    bell.sockets.notify_waiters();
    change.commit().await?;
    here.done(&href(party.tenant, &name), "trace-subscription-removed")
}
