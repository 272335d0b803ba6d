//! Cells of a list that cannot be used.

use ground::FieldProblem;
use serde::Serialize;
use web::Here;

/// A cell that cannot be used.
#[derive(Serialize)]
pub struct BadCell {
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// The column's name.
    pub column: String,
    /// Row and column in words.
    pub at: String,
    /// What is wrong, and how to mend it.
    pub message: String,
}

impl BadCell {
    /// In the reader's language.
    pub fn of(here: &Here, (row, column): (usize, String), problem: &FieldProblem) -> Self {
        Self {
            row,
            at: here.frame().t2("reg-bad-cell", ("row", row), ("column", &column)),
            column,
            message: here.app.words.problem(here.lang, problem),
        }
    }
}
