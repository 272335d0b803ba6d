//! A score sheet: parts, sections, criteria and the options a council member may tick.

mod names;
mod proof;
mod written;

use std::collections::HashMap;

pub use names::{Case, Code, CriterionId, CriterionKey, Part};
pub(crate) use proof::prove;
pub(crate) use written::WrittenSheet;
pub use written::{Choice, Confidence, Rule, Scope, Under};

use crate::points::{Points, SetNumber, Star};
use crate::words::Words;

/// One of the decision's sheets, proven: it is both the criteria of a product set and its ballot.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub(crate) set: SetNumber,
    /// Stable short name, as in the file's name.
    pub code: String,
    /// What the set is called.
    pub name: Words,
    /// Key of the product group in the pack.
    pub group: String,
    /// The sub-group the decision's annex puts the set in.
    pub family: Words,
    /// Keys of the ministries in charge.
    pub ministries: Vec<String>,
    /// Whether product samples go with the dossier.
    pub sample_required: bool,
    /// Key of the source in the pack.
    pub source: String,
    /// How sure the transcription is.
    pub confidence: Confidence,
    /// Oddities of the printed sheet.
    pub remarks: Option<String>,
    pub(crate) sections: Vec<Section>,
    pub(crate) criteria: Vec<Criterion>,
    pub(crate) by_id: HashMap<CriterionId, usize>,
    pub(crate) gates: Vec<Gate>,
    pub(crate) codes: Vec<CodeEntry>,
}

/// A numbered section of a part, such as "1. Organisation of production".
#[derive(Debug, Clone)]
pub struct Section {
    /// The part it stands in.
    pub part: Part,
    /// Its number in the sheet.
    pub number: String,
    /// Its heading.
    pub title: Words,
    /// The most points it gives.
    pub max: Points,
}

/// A criterion: the smallest thing that is marked.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Its number in the sheet.
    pub id: CriterionId,
    /// The idea behind it, the same across sets and decrees.
    pub key: CriterionKey,
    /// The part it counts in.
    pub part: Part,
    /// Index of its section in [`Sheet::sections`].
    pub section: usize,
    /// The most points it gives.
    pub max: Points,
    /// The intermediate heading it stands under, where the sheet has three levels.
    pub under: Option<Under>,
    /// The decision's own wording of the criterion.
    pub official: Option<String>,
    /// Least points per star.
    pub gates: Vec<(Star, Points)>,
    /// Notes with consequences.
    pub rules: Vec<Rule>,
    /// The sheet prints a maximum and no options: 0 and the maximum are a reading.
    pub options_implied: bool,
    /// What may be ticked, rising by points within a case.
    pub options: Vec<Choice>,
}

impl Criterion {
    /// Whether the sheet says "choose one of two cases" here.
    #[must_use]
    pub fn has_cases(&self) -> bool {
        self.options.iter().any(|option| option.case.is_some())
    }

    /// The options of one case (`None` where the criterion has no cases).
    pub fn options_of(&self, case: Option<Case>) -> impl Iterator<Item = &Choice> {
        self.options.iter().filter(move |option| option.case == case)
    }

    /// Whether a member may give these points: an option of the case, or none of them is met.
    #[must_use]
    pub fn allows(&self, case: Option<Case>, points: Points) -> bool {
        points == Points::ZERO || self.options_of(case).any(|option| option.points == points)
    }

    /// The least points the gates of every star up to `star` ask for.
    #[must_use]
    pub fn least_for(&self, star: Star) -> Points {
        self.gates.iter().filter(|gate| gate.0 <= star).map(|gate| gate.1).max().unwrap_or(Points::ZERO)
    }
}

/// "Star s needs at least g points on this criterion."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// The star it guards.
    pub star: Star,
    /// Index of the criterion in [`Sheet::criteria`].
    pub criterion: usize,
    /// The least points.
    pub needs: Points,
}

/// What a council's finding of a code does to a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// The whole dossier is rejected.
    Disqualify,
    /// Later criteria are not evaluated; the product gets no star.
    Stop,
}

/// A code this sheet carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeEntry {
    /// The code.
    pub code: Code,
    /// What finding it does.
    pub effect: Effect,
}

impl Sheet {
    /// The set's number.
    #[must_use]
    pub fn set(&self) -> SetNumber {
        self.set
    }

    /// The sections in order.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The criteria in order.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// The criterion with this number in the sheet, and its place in [`Sheet::criteria`].
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<(usize, &Criterion)> {
        let place = *self.by_id.get(id)?;
        Some((place, self.criteria.get(place)?))
    }

    /// Every gate, ordered by star, then by the sheet's order.
    #[must_use]
    pub fn gates(&self) -> &[Gate] {
        &self.gates
    }

    /// The codes a council may find: the general ones, the sheet's list, its criteria's.
    #[must_use]
    pub fn codes(&self) -> &[CodeEntry] {
        &self.codes
    }

    /// The highest total the options allow (less than the scale where a defect is declared).
    #[must_use]
    pub fn best_total(&self) -> u16 {
        self.criteria
            .iter()
            .filter_map(|criterion| {
                criterion.options.iter().map(|option| u16::from(option.points.get())).max()
            })
            .sum()
    }
}
