//! The procedure of a decree: levels, steps in order, clocks, returns, rounds. All of it is data; this
//! module only knows how a path goes.

mod proof;
mod round;
mod step;

use std::collections::BTreeMap;

use jiff::civil::Date;
use num_rational::Ratio;
use serde::Deserialize;

pub use round::{MonthDay, Round, UpcomingRound};
pub use step::{Condition, Judged, Means, Refusal, Step, StepId};

use crate::points::Star;
use crate::words::Words;

/// The procedure of a decree, in variants by date.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    variants: Vec<Variant>,
}

/// The procedure while one decision shapes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// The first day it applies.
    pub from: Date,
    /// The last day it applies, where one is set.
    #[serde(default)]
    pub to: Option<Date>,
    /// The number of the decision that shapes it.
    pub decision: String,
    /// Key of the source in the pack.
    pub source: String,
    /// The levels of government, lowest first.
    pub levels: Vec<Level>,
    /// Who acts, by key.
    pub actors: BTreeMap<String, Words>,
    /// The forms, by key.
    pub forms: BTreeMap<String, Form>,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// The rounds of a year.
    pub rounds: Vec<Round>,
}

/// A level of government.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Stable name.
    pub id: String,
    /// The body that acts there.
    pub body: Words,
    /// Whether a council scores there.
    pub scores: bool,
    /// The stars it recognises.
    pub recognises: Vec<Star>,
    /// From which mean it approves the result and sends it up.
    #[serde(default)]
    pub sends_up: Option<SendsUp>,
    /// The article.
    #[serde(default)]
    pub article: Option<String>,
}

/// From which mean a level sends a product up, and where to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendsUp {
    /// The least mean.
    pub from: u16,
    /// The level above.
    pub to: String,
}

/// A form of the decision.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its number as printed.
    pub number: String,
    /// What it is called.
    pub name: Words,
}

impl Procedure {
    /// The variants, oldest first.
    #[must_use]
    pub fn variants(&self) -> &[Variant] {
        &self.variants
    }

    /// The variant that applies on a day; none before the first and in a gap between two.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&Variant> {
        let begun = self.variants.iter().rev().find(|variant| variant.from <= day)?;
        begun.to.is_none_or(|last| day <= last).then_some(begun)
    }
}

impl Variant {
    /// The level with this name.
    #[must_use]
    pub fn level(&self, id: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }

    /// The level that recognises a star.
    #[must_use]
    pub fn recognises(&self, star: Star) -> Option<&Level> {
        self.levels.iter().find(|level| level.recognises.contains(&star))
    }

    /// The level that decides on a mean: the lowest that scores, or the one it is sent up to.
    #[must_use]
    pub fn decides(&self, mean: Ratio<i64>) -> Option<&Level> {
        let mut level = self.levels.iter().find(|level| level.scores)?;
        while let Some(up) = &level.sends_up {
            if mean < Ratio::from_integer(i64::from(up.from)) {
                break;
            }
            level = self.level(&up.to)?;
        }
        Some(level)
    }
}
