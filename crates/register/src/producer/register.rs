//! `register`: a new producer; it needs no account.

use ground::actor::ProducerId;
use ground::{Actor, Change, Ground, Refusal, Result, Role};
use sea_orm::Set;
use web::{Answer, FormData, Here, Posted};

use super::form::{About, distinct, page};
use super::store::ActiveModel;
use super::{Details, Producer, changed, href, likeness, resource_of};
use crate::place;

/// Registers a producer. `distinct` names the look-alikes that were seen and are others.
///
/// # Errors
/// `not-allowed`; `register-looks-like-another` at `distinct`.
pub async fn register(
    ground: &Ground,
    actor: &Actor,
    details: &Details,
    distinct: &[ProducerId],
) -> Result<Producer> {
    let scope = place::scope(&ground.reader(), details.place, ground.clock.today()).await?;
    let id = ProducerId(ground.clock.new_id());
    let mut change = ground.change(actor, "register-producer", &resource_of(id, &scope)).await?;
    let producer = insert(&mut change, id, details, distinct).await?;
    change.say("name", &producer.name);
    change.commit().await?;
    Ok(producer)
}

/// The row of a new producer, within an open change.
pub(crate) async fn insert(
    change: &mut Change,
    id: ProducerId,
    details: &Details,
    distinct: &[ProducerId],
) -> Result<Producer> {
    let (number, phone) = (details.registration_number.as_deref(), details.phone.as_deref());
    let alike = likeness::alike(&change.reader(), &details.name, number, phone, None).await?;
    likeness::confirmed(&alike, distinct)?;
    let row = ActiveModel { id: Set(id), version: Set(1), ..details.columns() };
    let producer = change.insert(row).await?;
    change.tell(changed(&producer)?);
    Ok(producer)
}

/// `GET /register/producers/new`.
pub(super) async fn offer(here: Here) -> Answer {
    if !may_somewhere(&here.actor) {
        here.ground().access.require(
            &here.actor,
            "register-producer",
            &resource_of(ProducerId(uuid::Uuid::nil()), &[]),
        )?;
    }
    let form = FormData::of([("place", own_commune(&here).await?)]);
    let about = About { producer: None, clashes: Vec::new() };
    here.show(&page(&here, about, &form, None).await?)
}

/// `POST /register/producers/new`.
pub(super) async fn submit(here: Here, Posted(form): Posted) -> Answer {
    let ground = here.ground();
    let registered = async {
        let details = Details::read(&here.reader(), &form, ground.clock.today()).await?;
        register(ground, &here.actor, &details, &distinct(&form)).await
    };
    match registered.await {
        Ok(producer) => here.done(&href(producer.id), "producer-registered"),
        Err(refusal) => again(&here, &form, refusal).await,
    }
}

async fn again(here: &Here, form: &FormData, refusal: Refusal) -> Answer {
    let about = About { producer: None, clashes: Vec::new() };
    let page = page(here, about, form, Some(&refusal)).await?;
    here.show_again(&page, refusal)
}

/// Whether a button "register" is of use to the actor at all.
pub(super) fn may_somewhere(actor: &Actor) -> bool {
    actor.is_system || actor.is(Role::Officer) || actor.is(Role::Volunteer)
}

// An officer of one commune need not write its name each time.
async fn own_commune(here: &Here) -> Result<String> {
    let mut held = here.actor.places_as(Role::Officer).chain(here.actor.places_as(Role::Volunteer));
    let (Some(first), None) = (held.next(), held.next()) else { return Ok(String::new()) };
    let place = place::home_today(&here.reader(), first, here.ground().clock.today()).await?;
    if place.level() != place::Level::Commune {
        return Ok(String::new());
    }
    place::full_name(&here.reader(), place.id, ground::Lang::Vi).await
}
