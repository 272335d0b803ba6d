//! A consent as lists and bands show it.

use ground::Day;
use ground::actor::ProducerId;
use serde::Serialize;
use web::parts::Tag;
use web::{Behalf, Frame, Here};

use super::Consent;

/// Days before its end from which a consent is marked as running out.
const SOON_DAYS: i64 = 30;

/// One line.
#[derive(Debug, Serialize)]
pub(crate) struct ConsentLine {
    pub href: String,
    pub producer: String,
    pub scope: String,
    pub given_on: String,
    pub expires_on: String,
    pub tag: Tag,
}

impl ConsentLine {
    /// As it stands on a day.
    pub fn of(here: &Here, consent: &Consent, today: Day) -> Self {
        Self {
            href: format!("/consents/{}", consent.id),
            producer: consent.producer_name.clone(),
            scope: here.t(&format!("consent-scope-{}", consent.scope)),
            given_on: consent.given_on.people(),
            expires_on: consent.expires_on.people(),
            tag: state(here, consent, today),
        }
    }
}

/// The state on a day: icon, word and colour.
pub(super) fn state(here: &Here, consent: &Consent, today: Day) -> Tag {
    if consent.withdrawn_on.is_some() {
        Tag::new("late", "ban", here.t("consent-state-withdrawn"))
    } else if consent.expires_on < today {
        Tag::new("late", "ban", here.t("consent-state-over"))
    } else if today.days_until(consent.expires_on) < SOON_DAYS {
        Tag::new("soon", "clock-alert", here.t("consent-state-soon"))
    } else {
        Tag::new("ok", "check", here.t("consent-state-held"))
    }
}

/// The band "you act for …" of a page opened for a producer; none on the actor's own.
pub fn behalf(here: &Here, producer: ProducerId) -> Option<Behalf> {
    let consent = here.actor.consent_of(producer)?;
    Some(Behalf {
        producer: consent.producer_name.clone(),
        consent_date: consent.given_on.people(),
        consent_href: format!("/consents/{}", consent.consent),
    })
}

/// The frame of a page opened for a producer, with that band.
pub fn framed(here: &Here, producer: ProducerId) -> Frame {
    let mut frame = here.frame();
    frame.behalf = behalf(here, producer);
    frame
}
