//! Recording a consent: `give-consent`.

use ground::actor::{ConsentId, PlaceId, ProducerId, UserId};
use ground::files::{Files, Received};
use ground::{Change, Day, FieldProblem, Refusal, Result};
use sea_orm::Set;

use super::model::{ActiveModel, ConsentScope, HowGiven, Model};
use super::store;
use crate::account;

/// Longest time a consent holds: as long as a certificate, so that it is asked for anew with each one.
pub const MOST_MONTHS: i32 = 36;

/// A consent to be recorded.
#[derive(Clone, Debug)]
pub struct NewConsent {
    /// Its key, that of the resource for which the change was opened.
    pub id: ConsentId,
    /// Whose.
    pub producer: ProducerId,
    /// The producer's name.
    pub producer_name: String,
    /// The places the producer lies in, from its own to the country.
    pub places: Vec<PlaceId>,
    /// Who may act.
    pub account: UserId,
    /// What for.
    pub scope: ConsentScope,
    /// How it was given.
    pub how_given: HowGiven,
    /// Who was there.
    pub witness: Option<String>,
    /// Where the proof is found, or anything else.
    pub note: Option<String>,
    /// First day.
    pub given_on: Day,
    /// Last day.
    pub expires_on: Day,
}

/// Records a consent within a change opened for `give-consent` on [`resource`](super::resource).
///
/// # Errors
/// What is missing for its kind (`consent-file`, `consent-witness`, `consent-note`), a day after today, an end before
/// its beginning or later than [`MOST_MONTHS`], all at their fields; no such account.
pub async fn give(change: &mut Change, new: NewConsent, evidence: Option<&Received>) -> Result<Model> {
    checked(&new, evidence.is_some(), change.at().day())?;
    let holder = account::find(&change.reader(), new.account).await?;
    change.say("producer", &new.producer_name);
    change.say("name", &holder.name);
    let evidence_hash = match evidence {
        Some(file) => Some(Files::enter(change, file).await?),
        None => None,
    };
    let places: Vec<String> = new.places.iter().map(ToString::to_string).collect();
    let row = ActiveModel {
        id: Set(new.id),
        producer_id: Set(new.producer),
        producer_name: Set(new.producer_name),
        places: Set(places.join(" ")),
        account_id: Set(new.account),
        scope: Set(new.scope),
        how_given: Set(new.how_given),
        witness: Set(new.witness),
        note: Set(new.note),
        evidence_hash: Set(evidence_hash),
        given_on: Set(new.given_on),
        expires_on: Set(new.expires_on),
        recorded_by: Set(change.by()),
        withdrawn_on: Set(None),
    };
    let consent = store::insert(change, row).await?;
    account::bump(change, holder.id).await?;
    Ok(consent)
}

fn checked(new: &NewConsent, has_file: bool, today: Day) -> Result<()> {
    let mut problems = Vec::new();
    if new.how_given.needs_witness() && new.witness.is_none() {
        problems.push(FieldProblem::new("witness", "consent-witness"));
    }
    if new.how_given.needs_note() && new.note.is_none() {
        problems.push(FieldProblem::new("note", "consent-note"));
    }
    if today < new.given_on {
        problems.push(FieldProblem::new("given_on", "date-after-today").with("today", today.people()));
    }
    let latest = new.given_on.plus_months(MOST_MONTHS);
    if new.expires_on < today.max(new.given_on) {
        problems.push(FieldProblem::new("expires_on", "consent-over"));
    } else if latest < new.expires_on {
        problems.push(FieldProblem::new("expires_on", "consent-long").with("latest", latest.people()));
    }
    if new.how_given.needs_file() && !has_file {
        problems.push(FieldProblem::new("evidence", "consent-file"));
    }
    if problems.is_empty() { Ok(()) } else { Err(Refusal::invalid(problems)) }
}
