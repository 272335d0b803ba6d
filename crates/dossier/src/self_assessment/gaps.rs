//! What is missing, and what ends before the decision.

use ground::Day;
use ocop::{CriterionId, Pack, Sheet};

use super::model::{Marks, unmarked};
use super::store::CitedPaper;
use crate::application::Application;

/// Days from today until a decision may be expected where the rules set no rounds.
const USUAL_DAYS: i64 = 90;

/// What keeps a dossier from being whole.
#[derive(Clone, Debug, Default)]
pub struct Gaps {
    /// Criteria that apply and have no mark.
    pub unmarked: Vec<CriterionId>,
    /// Criteria with points that no paper proves.
    pub unproved: Vec<CriterionId>,
    /// Papers that end before the decision, or ended.
    pub expiring: Vec<CitedPaper>,
    /// Papers cited that were taken out of the vault.
    pub withdrawn: Vec<CitedPaper>,
    /// By when a decision may be expected.
    pub decision_by: Option<Day>,
}

/// What is missing from a dossier on a day.
pub fn gaps(
    pack: &Pack,
    sheet: &Sheet,
    application: &Application,
    marks: &Marks,
    cited: &[CitedPaper],
    today: Day,
) -> Gaps {
    let decision_by = decision_by(pack, application, today);
    let last = decision_by.unwrap_or_else(|| today.plus_days(USUAL_DAYS));
    let proved = |id: &CriterionId| cited.iter().any(|cited| cited.criterion == id.as_str());
    let scored = sheet.criteria().iter().filter(|c| marks.get(&c.id).is_some_and(|mark| mark.points.get() > 0));
    let mut expiring: Vec<CitedPaper> = Vec::new();
    for paper in cited.iter().filter(|paper| paper.expires_on.is_some_and(|end| end < last)) {
        if expiring.iter().all(|known| known.paper_id != paper.paper_id) {
            expiring.push(paper.clone());
        }
    }
    Gaps {
        unmarked: unmarked(sheet, marks).into_iter().map(|criterion| criterion.id.clone()).collect(),
        unproved: scored.filter(|c| !proved(&c.id)).map(|c| c.id.clone()).collect(),
        expiring,
        withdrawn: cited.iter().filter(|paper| paper.withdrawn_at.is_some()).cloned().collect(),
        decision_by,
    }
}

// The end of the first round that an application made today is in time for, at the lowest level that scores.
fn decision_by(pack: &Pack, application: &Application, today: Day) -> Option<Day> {
    let day = application.received_on.unwrap_or(today);
    let variant = pack.procedure().on(day.0)?;
    let level = variant.levels.iter().find(|level| level.scores)?;
    variant.next_round(&level.id, day.0).map(|round| Day(round.results_before))
}
