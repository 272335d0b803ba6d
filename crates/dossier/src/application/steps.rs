//! Steps: the history of an application walked along the procedure of its rule pack. No step can be skipped; the
//! refusal names the missing one.

use ground::{Day, Lang, Refusal};
use ocop::procedure::{Means, Refusal as Stopped, Step, StepId, Variant};
use ocop::{Library, Ratio};

use super::Application;
use super::model::Stage;
use super::step_row::{Model as StepRow, Outcome};

/// Where the history leads.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    /// The procedure.
    pub variant: &'a Variant,
    /// Steps that stand.
    pub done: Vec<StepId>,
    /// The means of the councils so far.
    pub means: Means,
    /// The last row is a return that no one answered.
    pub was_returned: bool,
}

/// The procedure an application goes by: that of its pack on the day it was opened, or the pack's first one where the
/// day lies before or between.
///
/// # Errors
/// `rules-missing` when the pack is not loaded or writes no procedure.
pub fn variant<'a>(rules: &'a Library, application: &Application) -> ground::Result<&'a Variant> {
    let pack = rules.pack(&application.rules).ok_or_else(|| missing(application))?;
    let day = application.received_on.unwrap_or(application.opened_on);
    let procedure = pack.procedure();
    let begun = procedure.on(day.0).or_else(|| procedure.variants().iter().rev().find(|v| v.from <= day.0));
    begun.or_else(|| procedure.variants().first()).ok_or_else(|| missing(application))
}

fn missing(application: &Application) -> Refusal {
    Refusal::unexpected(format!("no procedure for {}", application.rules))
}

/// Walks the history.
///
/// # Errors
/// As [`variant`].
pub fn walk<'a>(rules: &'a Library, application: &Application, rows: &[StepRow]) -> ground::Result<Walk<'a>> {
    let variant = variant(rules, application)?;
    let mut walk = Walk { variant, done: Vec::new(), means: Means::new(), was_returned: false };
    for row in rows {
        walk.take(row);
    }
    Ok(walk)
}

impl<'a> Walk<'a> {
    fn take(&mut self, row: &StepRow) {
        let id = StepId::from(row.step.as_str());
        if row.outcome == Outcome::Returned {
            if let Ok(kept) = self.variant.returned(&id, &self.done, &self.means) {
                self.done = kept;
            }
            self.was_returned = true;
            return;
        }
        if let (Some(sum), Some(count)) = (row.mean_sum, row.mean_count.filter(|count| *count > 0))
            && let Some(step) = self.variant.step(&id)
        {
            self.means.insert(step.level.clone(), Ratio::new(sum, count));
        }
        self.done.push(id);
        self.was_returned = false;
    }

    /// The step that comes next; none at the end.
    pub fn next(&self) -> Option<&'a Step> {
        self.variant.next(&self.done, &self.means)
    }

    /// Where the application stands.
    pub fn stage(&self) -> Stage {
        Stage::before(self.next(), self.was_returned)
    }

    /// Whether a step may be done now.
    ///
    /// # Errors
    /// `step-missing` with the name of the step that comes first; `step-done`, `step-unknown`, `step-off-path`.
    pub fn admits(&self, id: &StepId) -> ground::Result<&'a Step> {
        self.variant.admits(id, &self.done, &self.means).map_err(|stopped| self.refusal(&stopped))
    }

    /// Whether a step may send the dossier back now.
    ///
    /// # Errors
    /// As [`Walk::admits`], and `step-returns-nothing`.
    pub fn may_return(&self, id: &StepId) -> ground::Result<()> {
        let kept = self.variant.returned(id, &self.done, &self.means);
        kept.map(drop).map_err(|stopped| self.refusal(&stopped))
    }

    // Both languages travel with the refusal; each word file takes its own.
    fn refusal(&self, stopped: &Stopped) -> Refusal {
        let (code, id) = match stopped {
            Stopped::Missing(id) => ("step-missing", id),
            Stopped::Done(id) => ("step-done", id),
            Stopped::OffPath(id) => ("step-off-path", id),
            Stopped::NoReturn(id) => ("step-returns-nothing", id),
            Stopped::Unknown(id) => ("step-unknown", id),
        };
        let name = |lang| self.variant.step(id).map_or(id.as_str(), |step| said(&step.does, lang));
        let refusal = Refusal::wrong_state(code).with("id", id);
        refusal.with("step", name(Lang::Vi)).with("step_en", name(Lang::En))
    }

    /// The last day of the next step's clock; none where it has none.
    pub fn due(&self, rules: &Library, since: Day) -> Option<Day> {
        self.next()?.due(since.0, rules.calendar()).map(Day)
    }
}

/// A text of the rule packs in a language.
pub fn said(words: &ocop::Words, lang: Lang) -> &str {
    match lang {
        Lang::Vi => &words.vi,
        Lang::En => &words.en,
    }
}
