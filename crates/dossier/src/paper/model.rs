//! What a paper is worth on a day.

use ground::Day;

use super::Paper;

/// The code of a paper that belongs to no row of the evidence table.
pub const FREE: &str = "free";
/// Days before its end from which a paper is shown as ending soon.
const SOON_DAYS: i64 = 60;

/// What a paper is worth on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Holds,
    /// It ends within 60 days.
    EndsSoon,
    /// It has ended.
    Ended,
    /// It was taken out of the vault.
    Withdrawn,
}

/// What a paper is worth on a day: computed, never stored. On its last day a paper still holds.
pub fn standing(paper: &Paper, today: Day) -> Standing {
    if paper.withdrawn_at.is_some() {
        return Standing::Withdrawn;
    }
    match paper.expires_on.map(|end| today.days_until(end)) {
        Some(left) if left < 0 => Standing::Ended,
        Some(left) if left <= SOON_DAYS => Standing::EndsSoon,
        _ => Standing::Holds,
    }
}

impl Standing {
    /// The key of its words, and the kind and glyph of its tag.
    pub fn look(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Holds => ("paper-holds", "ok", "check"),
            Self::EndsSoon => ("paper-ends-soon", "soon", "clock-alert"),
            Self::Ended => ("paper-ended", "late", "circle-alert"),
            Self::Withdrawn => ("paper-withdrawn", "line", "undo-2"),
        }
    }
}

#[cfg(test)]
mod tests {
    use ground::Instant;
    use proptest::prelude::*;

    use super::*;
    use crate::paper::PaperId;

    fn paper(expires_on: Option<Day>) -> Paper {
        Paper {
            id: PaperId(uuid::Uuid::nil()),
            producer_id: ground::actor::ProducerId(uuid::Uuid::nil()),
            code: FREE.into(),
            title: "x".into(),
            number: None,
            issuer: None,
            issued_on: None,
            expires_on,
            note: None,
            added_by: None,
            added_by_name: "x".into(),
            added_at: Instant::from_micros(0),
            withdrawn_at: None,
            version: 1,
        }
    }

    proptest! {
        #[test]
        fn a_paper_holds_through_its_last_day_and_not_a_day_longer(days in 0_i64..3_000) {
            let end = Day::new(2026, 1, 1).unwrap().plus_days(days);
            prop_assert_ne!(standing(&paper(Some(end)), end), Standing::Ended);
            prop_assert_eq!(standing(&paper(Some(end)), end.plus_days(1)), Standing::Ended);
            prop_assert_eq!(standing(&paper(None), end), Standing::Holds);
        }
    }
}
