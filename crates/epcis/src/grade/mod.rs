//! Which grade of the Core Business Vocabulary an event reaches (CBV 2.0, section 5).
//!
//! *CBV-Compliant* (5.1): a business step, and words and identifiers as CBV has them (sections 7 and 8).
//! *CBV-Compatible* (5.2): words and identifiers of one's own too, as URIs that one may make (EPCIS 2.0, section 6.4).
//! Where the text leaves a doubt the lower grade is told: a grade that is told holds.

mod form;
mod judge;
mod rule;
mod space;

pub use rule::{GradeRule, WORDS};

use crate::check::Lang;
use crate::model::Event;
use judge::Judge;

/// Most reasons that are told of one event.
pub const MAX_REASONS: usize = 50;

/// A grade; the higher one holds all that the lower one asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CbvGrade {
    /// Neither of the two.
    Neither,
    /// CBV-Compatible (section 5.2).
    Compatible,
    /// CBV-Compliant (section 5.1).
    Compliant,
}

impl CbvGrade {
    /// All grades, the lowest first.
    pub const ALL: [Self; 3] = [Self::Neither, Self::Compatible, Self::Compliant];

    /// Its stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Neither => "neither",
            Self::Compatible => "cbv-compatible",
            Self::Compliant => "cbv-compliant",
        }
    }
}

/// Why an event does not reach a higher grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The rule.
    pub rule: GradeRule,
    /// Where: a JSON pointer from the event on, as JSON-LD has it.
    pub at: String,
    /// What stands there, shortened; empty where something is missing.
    pub found: String,
}

impl Reason {
    /// Why, and what to write instead, in sentences.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        rule::sentence(self.rule, &self.found, lang)
    }
}

/// The grade of an event, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    /// The grade.
    pub grade: CbvGrade,
    /// What keeps it from the next; none where it is compliant.
    pub reasons: Vec<Reason>,
    /// How many more reasons there are than [`MAX_REASONS`].
    pub left_out: usize,
}

/// The grade of an event.
#[must_use]
pub fn grade(event: &Event) -> CbvGrade {
    let mut judge = Judge::silent();
    judge.event(event);
    judge.grade()
}

/// The grade of an event, and why.
#[must_use]
pub fn graded(event: &Event) -> Graded {
    let mut judge = Judge::telling();
    judge.event(event);
    judge.told()
}
