//! Consents on a producer's page, and the form in which one is recorded: people's, mounted here.

use axum::extract::Path;
use ground::actor::{ConsentId, ProducerId, UserId};
use ground::{Day, Result};
use people::consent::{self, Subject, form};
use serde::Serialize;
use web::{Answer, Here, Upload};

use super::{Producer, href, visible};
use crate::place;

/// A consent of the producer.
#[derive(Serialize)]
pub(super) struct ConsentLine {
    pub(super) href: String,
    pub(super) holder: String,
    pub(super) scope: String,
    pub(super) given_on: Day,
    pub(super) expires_on: Day,
    pub(super) in_force: bool,
}

/// The consents of a producer that the actor may see, newest first.
pub(super) async fn lines(here: &Here, id: ProducerId) -> Result<Vec<ConsentLine>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let mut consents = consent::of_producer(&reader, id).await?;
    consents.retain(|given| here.may("see-consent", &given.resource()));
    let holders: Vec<UserId> = consents.iter().map(|given| given.account_id).collect();
    let names = people::account::names(&reader, &holders).await?;
    let line = |given: &consent::Consent| ConsentLine {
        href: format!("/consents/{}", given.id),
        holder: names.get(&given.account_id).cloned().unwrap_or_default(),
        scope: here.t(&format!("consent-scope-{}", given.scope)),
        given_on: given.given_on,
        expires_on: given.expires_on,
        in_force: given.is_in_force(today),
    };
    Ok(consents.iter().map(line).collect())
}

/// Whether the actor may record a consent of the producer.
pub(super) async fn may_give(here: &Here, producer: &Producer) -> Result<bool> {
    let Some(me) = here.actor.user else { return Ok(false) };
    let scope = place::scope(&here.reader(), producer.place_id, here.ground().clock.today()).await?;
    let new = ConsentId(uuid::Uuid::nil());
    Ok(here.may("give-consent", &consent::resource(new, producer.id, &scope, me)))
}

async fn subject(here: &Here, id: ProducerId) -> Result<Subject> {
    let (producer, _) = visible(here.ground(), &here.actor, id).await?;
    let places = place::scope(&here.reader(), producer.place_id, here.ground().clock.today()).await?;
    Ok(Subject { producer: id, name: producer.name, places, back: href(id) })
}

/// `GET /register/producers/{id}/consents/new`.
pub(super) async fn offer(here: Here, Path(id): Path<ProducerId>) -> Answer {
    form::show(&here, &subject(&here, id).await?).await
}

/// `POST /register/producers/{id}/consents/new`.
pub(super) async fn receive(here: Here, Path(id): Path<ProducerId>, upload: Upload) -> Answer {
    form::receive(&here, &subject(&here, id).await?, upload).await
}
