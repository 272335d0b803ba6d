//! Steps: their order, what may be done next, what is missing, when it is due.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use num_rational::Ratio;
use serde::Deserialize;

use super::Variant;
use crate::calendar::Calendar;
use crate::sheet::CriterionKey;
use crate::words::Words;

/// The stable name of a step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(transparent)]
pub struct StepId(Arc<str>);

impl StepId {
    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for StepId {
    fn from(text: &str) -> Self {
        Self(Arc::from(text))
    }
}

impl fmt::Display for StepId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// One step of the path.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Stable name.
    pub id: StepId,
    /// The level it happens at.
    pub level: String,
    /// Who acts, a key of [`Variant::actors`].
    pub actor: String,
    /// What is done.
    pub does: Words,
    /// How long it may take, in working days from the day after the step before.
    #[serde(default)]
    pub working_days: Option<u16>,
    /// The forms that come out of it, keys of [`Variant::forms`].
    #[serde(default)]
    pub forms: Vec<String>,
    /// What else goes with it.
    #[serde(default)]
    pub papers: Vec<Words>,
    /// The matters judged here, by criterion.
    #[serde(default)]
    pub judges: Vec<Judged>,
    /// The step a return goes back to.
    #[serde(default)]
    pub returns_to: Option<StepId>,
    /// The means under which the step is part of the path: all must hold.
    #[serde(default)]
    pub only_if: Vec<Condition>,
    /// The article.
    #[serde(default)]
    pub article: Option<String>,
    /// What is not sure about it.
    #[serde(default)]
    pub unsure: Option<String>,
}

/// A matter that a step judges without scoring.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// In words.
    pub matter: Words,
    /// The criteria it speaks about.
    pub keys: Vec<CriterionKey>,
}

/// What the mean of a level's council must be.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The level.
    pub level: String,
    /// The least mean.
    #[serde(default)]
    pub at_least: Option<u16>,
    /// The mean is below.
    #[serde(default)]
    pub below: Option<u16>,
}

/// The means the councils have given so far, by level.
pub type Means = HashMap<String, Ratio<i64>>;

/// Why a step may not be done now.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The variant has no such step.
    #[error("there is no step {0}")]
    Unknown(StepId),
    /// It was done.
    #[error("{0} is done already")]
    Done(StepId),
    /// An earlier step was not done: no step can be skipped.
    #[error("{0} comes first")]
    Missing(StepId),
    /// The means so far do not lead there.
    #[error("{0} is not part of this path")]
    OffPath(StepId),
    /// Nothing can be sent back from this step.
    #[error("{0} returns nothing")]
    NoReturn(StepId),
}

impl Condition {
    /// Whether the means meet it; a level that gave no mean yet does not.
    fn holds(&self, means: &Means) -> bool {
        let Some(mean) = means.get(&self.level) else { return false };
        let limit = |points: u16| Ratio::from_integer(i64::from(points));
        self.at_least.is_none_or(|least| *mean >= limit(least))
            && self.below.is_none_or(|bound| *mean < limit(bound))
    }
}

impl Step {
    /// Whether the step is part of the path under these means.
    #[must_use]
    pub fn applies(&self, means: &Means) -> bool {
        self.only_if.iter().all(|condition| condition.holds(means))
    }

    /// The last day of the step's clock; none where it has none.
    #[must_use]
    pub fn due(&self, previous_done: Date, calendar: &Calendar) -> Option<Date> {
        calendar.due(previous_done, self.working_days?)
    }
}

impl Variant {
    /// The step with this name.
    #[must_use]
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// The step that comes next; none at the end of the path.
    #[must_use]
    pub fn next(&self, done: &[StepId], means: &Means) -> Option<&Step> {
        self.steps.iter().find(|step| step.applies(means) && !done.contains(&step.id))
    }

    /// Whether a step may be done now.
    ///
    /// # Errors
    /// The step that is missing before it, or why it cannot be done at all.
    pub fn admits(&self, id: &StepId, done: &[StepId], means: &Means) -> Result<&Step, Refusal> {
        let step = self.step(id).ok_or_else(|| Refusal::Unknown(id.clone()))?;
        if done.contains(id) {
            return Err(Refusal::Done(id.clone()));
        }
        let before = self.steps.iter().take_while(|earlier| earlier.id != *id);
        for earlier in before {
            if earlier.applies(means) && !done.contains(&earlier.id) {
                return Err(Refusal::Missing(earlier.id.clone()));
            }
        }
        if step.applies(means) { Ok(step) } else { Err(Refusal::OffPath(id.clone())) }
    }

    /// What stays done after the step at hand sends the file back: all before the step it returns to.
    ///
    /// # Errors
    /// When the step may not be done now, or returns nothing.
    pub fn returned(&self, id: &StepId, done: &[StepId], means: &Means) -> Result<Vec<StepId>, Refusal> {
        let step = self.admits(id, done, means)?;
        let back = step.returns_to.as_ref().ok_or_else(|| Refusal::NoReturn(id.clone()))?;
        let kept = self.steps.iter().map(|step| &step.id).take_while(|earlier| *earlier != back);
        Ok(kept.filter(|earlier| done.contains(earlier)).cloned().collect())
    }
}
