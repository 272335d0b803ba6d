//! What a certificate is worth on a day: computed when read, never stored.

use ground::{Day, words_enum};

words_enum! {
    /// What has been decided about a certificate, whatever the day.
    Standing {
        /// Nothing against it.
        Good = "good",
        /// Suspended until the suspension is lifted.
        Suspended = "suspended",
        /// Revoked for good.
        Revoked = "revoked",
        /// A newer certificate of the same product took its place.
        Superseded = "superseded",
    }
}

words_enum! {
    /// What a certificate is worth on one day.
    State {
        /// It holds.
        Valid = "valid",
        /// It holds, and the window for re-evaluation has opened.
        Expiring = "expiring",
        /// Past its last day; it holds until the result of a re-evaluation that is pending, or the last extension day.
        InReEvaluation = "in-re-evaluation",
        /// Its last day is past.
        Expired = "expired",
        /// It does not hold until the suspension is lifted.
        Suspended = "suspended",
        /// It was revoked.
        Revoked = "revoked",
        /// A newer one took its place.
        Superseded = "superseded",
    }
}

impl State {
    /// Whether the product may be called an OCOP product by this certificate.
    pub fn holds(self) -> bool {
        matches!(self, Self::Valid | Self::Expiring | Self::InReEvaluation)
    }
}

/// The days in the life of a certificate, and what was decided about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// The day of issue.
    pub issued_on: Day,
    /// The last day it is valid (36 months under QĐ 26/2026, Art. 7; the pack says how many).
    pub expires_on: Day,
    /// The first day to file for re-evaluation, where the rules have a window (Art. 7.6).
    pub opens_on: Option<Day>,
    /// The last day to file in time (Art. 7.6).
    pub closes_on: Option<Day>,
    /// The last day a late re-evaluation may keep it alive (Art. 12.3).
    pub late_until: Option<Day>,
    /// Whether a re-evaluation is pending.
    pub is_pending: bool,
    /// What was decided about it.
    pub standing: Standing,
}

impl Life {
    /// The life of a certificate issued under a pack, by the windows of the rules in force when it expires.
    ///
    /// None when the day lies outside the calendar.
    pub fn of(rules: &ocop::Library, pack: &ocop::Pack, issued_on: Day) -> Option<Self> {
        let deadlines = rules.deadlines(pack, issued_on.0)?;
        Some(Self {
            issued_on,
            expires_on: Day(deadlines.expires),
            opens_on: deadlines.opens.map(Day),
            closes_on: deadlines.closes.map(Day),
            late_until: deadlines.late_until.map(Day),
            is_pending: false,
            standing: Standing::Good,
        })
    }

    /// The last day it holds as things stand: its last day, later while a re-evaluation is pending.
    pub fn alive_until(&self) -> Day {
        match self.late_until {
            Some(late) if self.is_pending => late.max(self.expires_on),
            _ => self.expires_on,
        }
    }

    /// What it is worth on a day. Revocation beats everything, then supersession, then time, then suspension.
    pub fn on(&self, today: Day) -> State {
        match self.standing {
            Standing::Revoked => State::Revoked,
            Standing::Superseded => State::Superseded,
            _ if today > self.alive_until() => State::Expired,
            Standing::Suspended => State::Suspended,
            Standing::Good if today > self.expires_on => State::InReEvaluation,
            Standing::Good if self.opens_on.is_some_and(|opens| today >= opens) => State::Expiring,
            Standing::Good => State::Valid,
        }
    }

    /// Where a day lies in the window for re-evaluation.
    pub fn window_on(&self, today: Day) -> Window {
        match (self.opens_on, self.closes_on) {
            (Some(opens), _) if today < opens => Window::NotYet,
            (Some(_), Some(closes)) if today <= closes => Window::Open,
            (Some(_), _) if today <= self.expires_on => Window::Late,
            _ => Window::Over,
        }
    }
}

/// Where a day lies in the window for re-evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Before the window.
    NotYet,
    /// In the window.
    Open,
    /// After the window, before the last day: late, still possible.
    Late,
    /// After the last day, or the rules have no window.
    Over,
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
