//! `call`: a sitting is called for a day; it goes by the rules of procedure in force now.

use axum::extract::Path;
use ground::{Actor, Day, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, DateField, Field, FormData, Here, Posted};

use super::{SittingId, row};
use crate::council::{self, CouncilId};
use crate::seat;

/// Characters of a subject or a venue.
const TEXT: usize = 300;

/// A sitting to call.
#[derive(Clone, Debug)]
pub struct NewSitting {
    /// What it is about.
    pub subject: String,
    /// Where it meets.
    pub venue: String,
    /// When.
    pub held_on: Day,
}

/// Calls a sitting.
///
/// # Errors
/// `not-allowed`; `no-seats` while nobody sits.
pub async fn call(ground: &Ground, actor: &Actor, council: CouncilId, new: NewSitting) -> Result<SittingId> {
    let reader = ground.reader();
    let of = council::load(&reader, council).await?;
    let seats = seat::of_council(&reader, council).await?;
    let mut change = ground.change(actor, "call-sitting", &council::resource(&of, &seats)).await?;
    if !seats.iter().any(|seat| seat.vacated_at.is_none() && seat.votes) {
        return Err(Refusal::wrong_state("no-seats"));
    }
    let rules = council::rules_now(&change.reader(), council).await?;
    let id = change.new_id();
    change.say("name", &of.name);
    change.say("day", new.held_on.people());
    let row = row::ActiveModel {
        id: Set(id),
        council_id: Set(council),
        rules_id: Set(rules.id),
        subject: Set(new.subject),
        venue: Set(new.venue),
        held_on: Set(new.held_on),
        called_at: Set(change.at()),
        called_by: Set(change.by()),
    };
    change.insert(row).await?;
    change.commit().await?;
    Ok(id)
}

/// The form.
pub(crate) struct CallForm {
    pub(crate) subject: Field,
    pub(crate) venue: Field,
    pub(crate) held_on: DateField,
}

pub(crate) fn form(here: &Here, data: &FormData, refusal: Option<&Refusal>) -> CallForm {
    CallForm {
        subject: Field::new(here, "subject", "sitting-subject", data, refusal),
        venue: Field::new(here, "venue", "sitting-venue", data, refusal),
        held_on: DateField::new(here, "held_on", "sitting-held-on", data, refusal),
    }
}

/// `POST /councils/{id}/sittings`.
pub(super) async fn post(here: Here, Path(id): Path<CouncilId>, Posted(form): Posted) -> Answer {
    let mut reading = form.read();
    let subject = reading.text("subject", TEXT);
    let venue = reading.text("venue", TEXT);
    let held_on = reading.day("held_on");
    let read = reading.done(|| Some(NewSitting { subject: subject?, venue: venue?, held_on: held_on? }));
    let done = match read {
        Ok(new) => call(here.ground(), &here.actor, id, new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(sitting) => here.done(&format!("/sittings/{sitting}"), "sitting-called"),
        Err(refusal) => here.show_again(&council::page(&here, id, &form, Some(&refusal)).await?, refusal),
    }
}
