//! `accept`: the province's OCOP unit takes the dossier in.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::store;
use crate::application::{self, Application, ApplicationId, Seen, record_step, row, variant};

/// Takes a dossier in at the province.
///
/// # Errors
/// `not-allowed`; `step-missing` with the step that comes first; `dossier-not-here` where the decree has no such step.
pub async fn accept(ground: &Ground, actor: &Actor, seen: &Seen) -> Result<Application> {
    let mut change = ground.change(actor, "accept-dossier", &seen.resource).await?;
    let application = application::locked(&change, seen.application.id).await?;
    let step = store::step_of(variant(&ground.rules, &application)?, "ocop_unit");
    let step = step.ok_or_else(|| Refusal::wrong_state("dossier-not-here"))?;
    let after = record_step(&mut change, &application, step).await?;
    let row = row::ActiveModel {
        id: Set(after.id),
        accepted_on: Set(Some(change.at().day())),
        accepted_by_name: Set(Some(change.by_name().to_owned())),
        ..Default::default()
    };
    let after = change.update(&after, row).await?;
    change.say("product", &application.product_name);
    change.commit().await?;
    Ok(after)
}

/// `POST /dossiers/{id}/accept`.
pub(super) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(_): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    accept(here.ground(), &here.actor, &seen).await?;
    here.done(&format!("/dossiers/{id}/procedure"), "dossier-accepted")
}
