//! `import`: places and their mergers from lists of units, with a dry run first.
//!
//! Three lists are known by their headers: the units of a day (`province_code, province, commune_code, type, name`),
//! what each was formed from (`commune_code, type, name, formed_from`), and former units with their own dates
//! (`code, type, name, under, from, until, became`).

mod apply;
mod known;
mod lists;
mod page;
mod plan;

pub(crate) use page::{confirm, offer, upload};

use ground::{Actor, Day, FieldProblem, Ground, Lang, Reader, Result};

use super::PlaceId;
use crate::grid::Grid;
use known::Known;
pub use plan::Plan;

/// A row that cannot be used, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowProblem {
    /// The row as a spreadsheet shows it; the header is row 1.
    pub row: usize,
    /// The column and the problem, phrased by `problem-<code>` of the word files.
    pub problem: FieldProblem,
}

impl RowProblem {
    fn new(row: usize, column: &'static str, code: &'static str) -> Self {
        Self { row, problem: FieldProblem::new(column, code) }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.problem = self.problem.with(name, value);
        self
    }
}

/// The first day a unit is taken to be known where a list does not say: the first national list of codes,
/// QĐ 124/2004/QĐ-TTg of 8 July 2004.
pub fn first_codes() -> Day {
    Day(jiff::civil::date(2004, 7, 8))
}

/// What an import of these rows would do to the records as they stand. `on` is the day the list came into force.
///
/// # Errors
/// `register-rows-no-list` when the header is none of the three; the records are away.
pub async fn plan(reader: &Reader<'_>, grid: &Grid, on: Day) -> Result<Plan> {
    let known = Known::load(reader).await?;
    let mentions = lists::read(grid, on)?;
    Ok(plan::of(&known, mentions, on))
}

/// Imports the rows: all of them, or none when any has a problem.
///
/// # Errors
/// `not-allowed`; `register-rows-refused` with the first problems; the records are away.
pub async fn import(ground: &Ground, actor: &Actor, grid: &Grid, on: Day) -> Result<Plan> {
    let resource = seat(ground).await?;
    let mut change = ground.change(actor, "import-places", &resource).await?;
    let plan = plan(&change.reader(), grid, on).await?;
    if !plan.problems.is_empty() {
        let fields = plan.problems.iter().map(|bad| bad.problem.clone()).collect();
        let refusal = ground::Refusal::invalid(fields);
        return Err(ground::Refusal { code: "register-rows-refused", ..refusal });
    }
    apply::apply(&mut change, &plan).await?;
    change.say("added", plan.added());
    change.say("changed", plan.changed());
    change.say("closed", plan.closed());
    change.commit().await?;
    Ok(plan)
}

// What the right to import is asked about: the place this installation serves.
pub(crate) async fn seat(ground: &Ground) -> Result<ground::Resource> {
    let (reader, today) = (ground.reader(), ground.clock.today());
    let home = match super::by_code(&reader, &ground.config.home_place, today).await {
        Ok(home) => Some(home),
        Err(_) => super::country(&reader).await?,
    };
    let Some(home) = home else {
        return Ok(super::resource(PlaceId(uuid::Uuid::nil()), &[]));
    };
    let scope = super::scope(&reader, home.id, today).await?;
    Ok(super::resource(home.id, &scope))
}

/// A line of the dry run: "phường Sa Đéc (29905)".
fn line(kind: super::PlaceKind, name: &str, code: &str, lang: Lang) -> String {
    let name = kind.named(name, lang);
    if code.is_empty() { name } else { format!("{name} ({code})") }
}
