//! `receive`: the commune takes the dossier in and gives it its registration number (Mẫu 01).

use axum::extract::Path;
use ground::{Actor, Change, Ground, Refusal, Result};
use register::place::{Level, Place};
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, Set};
use web::{Answer, Here, Posted};

use crate::application::{self, Application, ApplicationId, Seen, count_row, row, walk};

/// Takes a dossier in: `01/PĐK-(province)-(commune)-(year)`. A mended dossier keeps its number.
///
/// # Errors
/// `not-allowed`; `step-missing` when it was not filed; `already-received`.
pub async fn receive(ground: &Ground, actor: &Actor, seen: &Seen) -> Result<Application> {
    let mut change = ground.change(actor, "receive-dossier", &seen.resource).await?;
    let application = application::locked(&change, seen.application.id).await?;
    let rows = application::history(&change.reader(), application.id).await?;
    let walked = walk(&ground.rules, &application, &rows)?;
    if let Some(step) = super::store::step_of(walked.variant, "commune") {
        walked.admits(&step)?;
    }
    if application.registration_number.is_some() {
        return Err(Refusal::wrong_state("already-received"));
    }
    let number = number(&mut change, &application).await?;
    let today = change.at().day();
    let level = walked.variant.levels.iter().find(|level| level.scores);
    let round = level.and_then(|level| walked.variant.next_round(&level.id, today.0));
    let after = row::ActiveModel {
        id: Set(application.id),
        received_on: Set(Some(today)),
        received_by_name: Set(Some(change.by_name().to_owned())),
        registration_number: Set(Some(number.clone())),
        round: Set(round.map(|round| format!("{}/{}", round.number, round.request_before.year()))),
        ..Default::default()
    };
    let after = change.update(&application, after).await?;
    change.say("number", number);
    change.commit().await?;
    Ok(after)
}

// The commune of today keeps the running number; one row a commune and year, held while it is raised.
async fn number(change: &mut Change, application: &Application) -> Result<String> {
    let today = change.at().day();
    let year = i32::from(today.0.year());
    let home = register::place::home_today(&change.reader(), application.place_id, today).await?;
    let counted = count_row::Entity::find()
        .filter(count_row::Column::PlaceId.eq(home.id))
        .filter(count_row::Column::Year.eq(year))
        .lock_exclusive()
        .one(&change.reader())
        .await?;
    let last = if let Some(before) = counted {
        let next = before.last + 1;
        let row = count_row::ActiveModel { id: Set(before.id), last: Set(next), ..Default::default() };
        change.update(&before, row).await?;
        next
    } else {
        let row = count_row::ActiveModel {
            id: Set(change.new_id()),
            place_id: Set(home.id),
            year: Set(year),
            last: Set(1),
        };
        // Two first dossiers of a year at once: the second asker tries again.
        change.insert(row).await.map_err(|fault| Refusal {
            cause: fault.cause,
            ..Refusal::conflict("changed-meanwhile")
        })?;
        1
    };
    let chain = register::place::chain(&change.reader(), home.id).await?;
    let is_province = |place: &&Place| place.level() == Level::Province;
    let province = chain.iter().find(is_province).map(|place| place.code.as_str()).unwrap_or_default();
    Ok(format!("{last:02}/PĐK-{province}-{}-{year}", home.code))
}

/// `POST /dossiers/{id}/receive`.
pub(super) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(_): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    receive(here.ground(), &here.actor, &seen).await?;
    here.done(&format!("/dossiers/{id}/procedure"), "dossier-received")
}
