//! A certificate and what happened to it.

use ground::{Resource, id, words_enum};

use super::store::{CertificateRow, EventRow};
use crate::state::{Life, Standing};
use crate::verdict::Card;

id! {
    /// A certificate.
    CertificateId
}
id! {
    /// Something that was decided about a certificate.
    EventId
}

words_enum! {
    /// What happened to a certificate.
    EventKind {
        /// It was issued.
        Issued = "issued",
        /// It was suspended.
        Suspended = "suspended",
        /// The suspension was lifted.
        Lifted = "lifted",
        /// It was revoked.
        Revoked = "revoked",
        /// A newer one took its place.
        Superseded = "superseded",
        /// An application for re-evaluation was received.
        ReEvaluationFiled = "re-evaluation-filed",
        /// The re-evaluation ended without a new certificate.
        ReEvaluationClosed = "re-evaluation-closed",
    }
}

/// What was decided about a certificate by its events, in the order in which they were recorded: revoked and
/// superseded are final, a suspension ends when it is lifted.
pub fn standing_of(events: &[EventRow]) -> Standing {
    let mut standing = Standing::Good;
    for event in events {
        standing = match (standing, event.kind) {
            (Standing::Revoked, _) | (_, EventKind::Revoked) => Standing::Revoked,
            (Standing::Superseded, _) | (_, EventKind::Superseded) => Standing::Superseded,
            (_, EventKind::Suspended) => Standing::Suspended,
            (_, EventKind::Lifted) => Standing::Good,
            (other, _) => other,
        };
    }
    standing
}

/// Whether a re-evaluation is pending by its events.
pub fn is_pending(events: &[EventRow]) -> bool {
    let last = events.iter().rev().find_map(|event| match event.kind {
        EventKind::ReEvaluationFiled => Some(true),
        EventKind::ReEvaluationClosed => Some(false),
        _ => None,
    });
    last.unwrap_or_default()
}

/// The life of a certificate by its row and its events.
///
/// # Errors
/// The rules it was issued under are not loaded.
pub fn life_of(rules: &ocop::Library, row: &CertificateRow, events: &[EventRow]) -> ground::Result<Life> {
    let pack = rules.pack(&row.rules);
    let life = pack.and_then(|pack| Life::of(rules, pack, row.issued_on));
    let life =
        life.ok_or_else(|| ground::Refusal::unexpected(format!("no rules “{}” are loaded", row.rules)))?;
    Ok(Life { standing: standing_of(events), is_pending: is_pending(events), ..life })
}

/// A certificate as the policies see it.
pub fn resource(card: &Card) -> Resource {
    Resource::new("certificate", card.id)
        .places(card.place.scope.iter().copied())
        .producer(card.producer_id)
        .texts("offices", card.offices())
        .text("standing", card.standing)
}
