//! A sheet as its file is written, before it is proven.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::names::{Case, Code, CriterionId, CriterionKey, Part};
use crate::points::{Points, SetNumber, Star};
use crate::words::Words;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenSheet {
    pub(crate) set: SetNumber,
    pub(crate) code: String,
    pub(crate) name: Words,
    pub(crate) group: String,
    pub(crate) family: Words,
    pub(crate) ministries: Vec<String>,
    pub(crate) sample_required: bool,
    pub(crate) source: String,
    pub(crate) confidence: Confidence,
    #[serde(default)]
    pub(crate) remarks: Option<String>,
    pub(crate) disqualify: Vec<Code>,
    pub(crate) parts: Vec<WrittenPart>,
}

/// How sure the transcription of a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read whole in a transcript of the official text.
    High,
    /// The same, with misprints repaired.
    HighWithCorrections,
    /// A third party's transcription.
    MediumHigh,
    /// A third party's transcription that does not add up.
    MediumDoesNotAddUp,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenPart {
    pub(crate) part: Part,
    pub(crate) max: Points,
    pub(crate) sections: Vec<WrittenSection>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenSection {
    pub(crate) section: String,
    pub(crate) title: Words,
    pub(crate) max: Points,
    pub(crate) criteria: Vec<WrittenCriterion>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenCriterion {
    pub(crate) id: CriterionId,
    pub(crate) key: CriterionKey,
    pub(crate) max: Points,
    #[serde(default)]
    pub(crate) under: Option<Under>,
    #[serde(default)]
    pub(crate) official: Option<String>,
    #[serde(default)]
    pub(crate) gates: BTreeMap<Star, Points>,
    /// The sheet prints the star beside the criterion, not beside one of its options.
    #[serde(default)]
    pub(crate) gates_printed_at: Option<PrintedAt>,
    #[serde(default)]
    pub(crate) rules: Vec<Rule>,
    #[serde(default)]
    pub(crate) options_implied: bool,
    pub(crate) options: Vec<Choice>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PrintedAt {
    Criterion,
}

/// An intermediate heading, where a sheet has three levels.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Under {
    /// Its number.
    pub id: String,
    /// The most points the criteria below it give together.
    pub max: Points,
    /// Its heading.
    pub title: Words,
}

/// One option of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The case it belongs to.
    #[serde(default)]
    pub case: Option<Case>,
    /// What it gives.
    pub points: Points,
    /// The star printed after it.
    #[serde(default)]
    pub star: Option<Star>,
    /// Short label, Vietnamese.
    pub vi: String,
    /// Short label, English.
    pub en: String,
    /// The decision's wording, where the short label differs from it.
    #[serde(default)]
    official: Option<String>,
}

impl Choice {
    /// The decision's wording; the short label where both are the same or no wording is known.
    #[must_use]
    pub fn official(&self) -> &str {
        self.official.as_deref().unwrap_or(&self.vi)
    }
}

/// A note beside a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// Found by the council, it rejects the dossier.
    Disqualify {
        /// The code to find it by.
        code: Code,
    },
    /// Found by the council, later criteria are not evaluated.
    Stop {
        /// The code to find it by.
        code: Code,
        /// Where it reaches beyond its own criterion.
        #[serde(default)]
        scope: Option<Scope>,
    },
    /// The criterion is marked only when another one got more than some points.
    AppliesIf {
        /// Key of the other criterion in the same sheet.
        key: CriterionKey,
        /// It must have more than these points.
        above: Points,
    },
    /// What must hold for the criterion to be marked at all.
    Requirement {
        /// In words.
        text: Words,
    },
    /// What must lie in the dossier.
    Evidence {
        /// In words.
        text: Words,
    },
    /// How to read the options.
    Guidance {
        /// In words.
        text: Words,
    },
    /// One of two cases is chosen.
    ChooseCase {
        /// In words.
        text: Words,
    },
}

/// How far a stopping rule looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// All criteria of the section.
    Section,
}
