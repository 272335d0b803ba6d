//! Which rules an application goes by, and until when.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::{Library, Pack};

/// What an application asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ApplicationKind {
    /// A first recognition.
    First,
    /// A higher star.
    Upgrade,
    /// A recognition again before the certificate ends.
    ReEvaluation,
}

/// The rules an application goes by.
#[derive(Debug, Clone, Copy)]
pub struct RulesFor<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// The last day it may finish under them, where a later decision sets one.
    pub finish_by: Option<Date>,
    /// The decision that sets that day.
    pub replaced_by: Option<&'a Pack>,
}

/// No pack was in force on the day an application came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no rules are in force on {0}")]
pub struct NotInForce(pub Date);

/// The dates in the life of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    /// The last day it is valid.
    pub expires: Date,
    /// The first day to file for re-evaluation.
    pub opens: Option<Date>,
    /// The last day to file for re-evaluation.
    pub closes: Option<Date>,
    /// The last day a late re-evaluation may keep it alive.
    pub late_until: Option<Date>,
}

fn days(count: u16) -> Span {
    i32::from(count).days()
}

impl Library {
    /// The rules of an application that came in on `received`.
    ///
    /// # Errors
    /// When no pack was in force yet.
    pub fn rules_for(&self, received: Date, kind: ApplicationKind) -> Result<RulesFor<'_>, NotInForce> {
        let pack = self.in_force_on(received).ok_or(NotInForce(received))?;
        let replaced_by = self.packs.iter().find(|later| {
            later.decision().effective_from > pack.decision().effective_from
                && later.head.transition.is_some()
        });
        let finish_by = replaced_by.and_then(|later| later.finish_by(kind));
        Ok(RulesFor { pack, finish_by, replaced_by })
    }

    /// The rules an application that came in on `received` is decided by on `today`: past the last day
    /// of the old ones, those in force.
    ///
    /// # Errors
    /// When no pack was in force yet.
    pub fn rules_on(
        &self,
        today: Date,
        received: Date,
        kind: ApplicationKind,
    ) -> Result<RulesFor<'_>, NotInForce> {
        let rules = self.rules_for(received, kind)?;
        match (rules.finish_by, rules.replaced_by) {
            (Some(last), Some(later)) if today > last => {
                self.rules_on(today, later.decision().effective_from, kind)
            }
            _ => Ok(rules),
        }
    }

    /// The last day the pack is in force, where a later one sets it.
    #[must_use]
    pub fn lapses(&self, pack: &Pack) -> Option<Date> {
        let from = pack.decision().effective_from;
        self.packs.iter().filter(|later| later.decision().effective_from > from).find_map(|later| {
            let transition = later.head.transition.as_ref()?;
            later.decision().effective_from.checked_add(days(transition.old_lapses_days.value)).ok()
        })
    }

    /// The dates of a certificate issued under `pack`; windows and lateness go by the rules in force
    /// when it expires.
    #[must_use]
    pub fn deadlines(&self, pack: &Pack, issued: Date) -> Option<Deadlines> {
        let expires = pack.expires(issued)?;
        let later = self.in_force_on(expires).unwrap_or(pack);
        let window = later.re_evaluation();
        let before = |count: u16| expires.checked_sub(days(count)).ok();
        Some(Deadlines {
            expires,
            opens: window.and_then(|window| before(window.opens_days_before_expiry)),
            closes: window.and_then(|window| before(window.closes_days_before_expiry)),
            late_until: later.head.transition.as_ref().and_then(|transition| {
                expires.checked_add(days(transition.late_re_evaluation_days.value)).ok()
            }),
        })
    }
}

impl Pack {
    /// The day a certificate issued on `issued` expires.
    #[must_use]
    pub fn expires(&self, issued: Date) -> Option<Date> {
        issued.checked_add(i32::from(self.head.validity_months.value).months()).ok()
    }

    /// The last day to withdraw a certificate after a conclusion.
    #[must_use]
    pub fn revoke_by(&self, concluded: Date) -> Option<Date> {
        concluded.checked_add(days(self.revocation()?.days_from_conclusion)).ok()
    }

    /// The last day a re-evaluation may take from the full dossier.
    #[must_use]
    pub fn re_evaluate_by(&self, full_dossier: Date) -> Option<Date> {
        full_dossier.checked_add(days(self.re_evaluation()?.result_days)).ok()
    }

    /// The last day a file that was pending on this pack's first day may finish under the old rules.
    fn finish_by(&self, kind: ApplicationKind) -> Option<Date> {
        let transition = self.head.transition.as_ref()?;
        let count = match kind {
            ApplicationKind::First | ApplicationKind::Upgrade => transition.first_or_upgrade_days.value,
            ApplicationKind::ReEvaluation => transition.re_evaluation_days.value,
        };
        self.decision().effective_from.checked_add(days(count)).ok()
    }
}
