//! `edit`: what is written down of a producer; a lost update is shown with both values.

use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Actor, Ground, Refusal, RefusalKind, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, Set};
use web::{Answer, FormData, Here, Posted};

use super::details::FIELDS;
use super::form::{About, data, distinct, page};
use super::store::{ActiveModel, Entity};
use super::{Details, Producer, changed, href, likeness, load, resource, visible};
use crate::clash::clashes;
use crate::place;

/// Edits a producer that the editor saw as `version`.
///
/// # Errors
/// `not-found`, `not-allowed`; `changed-meanwhile` when someone else edited it since; `register-looks-like-another`
/// at `distinct`; `register-place-not-yours` at `place` when it would move where the actor has no right.
pub async fn edit(
    ground: &Ground,
    actor: &Actor,
    id: ProducerId,
    version: i32,
    details: &Details,
    distinct: &[ProducerId],
) -> Result<Producer> {
    let (seen, permitted) = visible(ground, actor, id).await?;
    let today = ground.clock.today();
    let place = kept_place(ground, &seen, details.place).await?;
    let scope = place::scope(&ground.reader(), place, today).await?;
    if place != seen.place_id && !ground.access.allows(actor, "edit-producer", &resource(&seen, &scope)) {
        return Err(Refusal::field("place", "register-place-not-yours"));
    }
    let mut change = ground.change(actor, "edit-producer", &permitted).await?;
    let before = Entity::find_by_id(id).lock_exclusive().one(&change.reader()).await?;
    let before = before.ok_or_else(Refusal::not_found)?;
    if before.version != version {
        return Err(Refusal::conflict("changed-meanwhile"));
    }
    let (number, phone) = (details.registration_number.as_deref(), details.phone.as_deref());
    let alike = likeness::alike(&change.reader(), &details.name, number, phone, Some(id)).await?;
    let old = Details::of(&before);
    let (number, phone) = (old.registration_number.as_deref(), old.phone.as_deref());
    let old = likeness::alike(&change.reader(), &old.name, number, phone, Some(id)).await?;
    // What looked alike before the edit was confirmed then.
    let mut known: Vec<ProducerId> = old.into_iter().map(|like| like.producer.id).collect();
    known.extend(distinct);
    likeness::confirmed(&alike, &known)?;
    let row = ActiveModel {
        id: Set(id),
        place_id: Set(place),
        version: Set(before.version + 1),
        ..details.columns()
    };
    let after = change.update(&before, row).await?;
    change.say("name", &after.name);
    change.tell(changed(&after)?);
    change.commit().await?;
    Ok(after)
}

// The form shows the commune of today; left as it is, the record keeps the place of its time.
async fn kept_place(ground: &Ground, seen: &Producer, typed: place::PlaceId) -> Result<place::PlaceId> {
    let home = place::home_today(&ground.reader(), seen.place_id, ground.clock.today()).await?;
    Ok(if home.id == typed { seen.place_id } else { typed })
}

/// `GET /register/producers/{id}/edit`.
pub(super) async fn offer(here: Here, Path(id): Path<ProducerId>) -> Answer {
    let (producer, permitted) = visible(here.ground(), &here.actor, id).await?;
    here.ground().access.require(&here.actor, "edit-producer", &permitted)?;
    let form = data(&here, &Details::of(&producer)).await?;
    let about = About { producer: Some(&producer), clashes: Vec::new() };
    here.show(&page(&here, about, &form, None).await?)
}

/// `POST /register/producers/{id}/edit`.
pub(super) async fn submit(here: Here, Path(id): Path<ProducerId>, Posted(form): Posted) -> Answer {
    let (_, permitted) = visible(here.ground(), &here.actor, id).await?;
    here.ground().access.require(&here.actor, "edit-producer", &permitted)?;
    let edited = async {
        let version = form.get("version").parse().unwrap_or(0);
        let details = Details::read(&here.reader(), &form, here.ground().clock.today()).await?;
        edit(here.ground(), &here.actor, id, version, &details, &distinct(&form)).await
    };
    match edited.await {
        Ok(_) => here.done(&href(id), "producer-edited"),
        Err(refusal) => again(&here, id, &form, refusal).await,
    }
}

async fn again(here: &Here, id: ProducerId, form: &FormData, refusal: Refusal) -> Answer {
    let mut stored = load(&here.reader(), id).await?;
    let mut differing = Vec::new();
    if refusal.kind == RefusalKind::Conflict {
        let yours = Details::read(&here.reader(), form, here.ground().clock.today()).await?;
        let (theirs, yours) = (data(here, &Details::of(&stored)).await?, data(here, &yours).await?);
        differing = clashes(here, &FIELDS, &theirs, &yours);
    } else {
        // The editor still stands on the version they saw.
        stored.version = form.get("version").parse().unwrap_or(0);
    }
    let about = About { producer: Some(&stored), clashes: differing };
    let page = page(here, about, form, Some(&refusal)).await?;
    here.show_again(&page, refusal)
}
