//! Columns of a list that people fill in: found by their labels, as the words in its cells are by theirs.

use ground::fold::fold;
use ground::{FieldProblem, Lang, Refusal, Result};
use web::{Here, Words};

use super::Grid;

/// The columns of a list: field of the form, key of the label, and whether it must be there.
#[derive(Clone, Copy, Debug)]
pub struct Columns(pub &'static [(&'static str, &'static str, bool)]);

impl Columns {
    /// The number of each row, and its cells by their fields in the order of the columns, empty where the list lacks
    /// one. Columns go by their label in either language, or by the field's name.
    ///
    /// # Errors
    /// `register-rows-unknown-column` or `register-rows-missing-column` at `file`.
    pub fn read<'a>(
        self,
        words: &Words,
        grid: &'a Grid,
    ) -> Result<impl Iterator<Item = (usize, Vec<(&'static str, &'a str)>)> + use<'a>> {
        let place = |(field, label, _): &(&str, &str, bool)| {
            let (vi, en) = (words.text(Lang::Vi, label, &[]), words.text(Lang::En, label, &[]));
            grid.column(&[field, &vi, &en])
        };
        let places: Vec<Option<usize>> = self.0.iter().map(place).collect();
        let unknown = grid.unknown(&places.iter().flatten().copied().collect::<Vec<_>>());
        if !unknown.is_empty() {
            return Err(refused("register-rows-unknown-column", unknown.join(", ")));
        }
        let missing = self.0.iter().zip(&places).filter(|((.., needed), place)| *needed && place.is_none());
        let missing: Vec<_> = missing.map(|((_, label, _), _)| words.text(Lang::Vi, label, &[])).collect();
        if !missing.is_empty() {
            return Err(refused("register-rows-missing-column", missing.join(", ")));
        }
        Ok(grid.rows().iter().map(move |row| {
            let cells = self.0.iter().zip(&places).map(|((field, ..), place)| (*field, row.cell(*place)));
            (row.number, cells.collect())
        }))
    }

    /// The labels in the reader's language, the header of an empty list.
    pub fn labels(self, here: &Here) -> Vec<String> {
        self.0.iter().map(|(_, label, _)| here.t(label)).collect()
    }

    /// The label of the column that fills a field; the field's name where none does.
    pub fn label(self, here: &Here, field: &str) -> String {
        let column = self.0.iter().find(|(name, ..)| *name == field);
        column.map_or_else(|| field.to_owned(), |(_, label, _)| here.t(label))
    }
}

fn refused(code: &'static str, names: String) -> Refusal {
    Refusal::invalid(vec![FieldProblem::new("file", code).with("names", names)])
}

/// The word of a cell, by its text `{prefix}-{word}` in either language or as it is; another text goes on unchanged, to
/// be refused at its cell.
pub fn word<T: Copy + ToString>(words: &Words, prefix: &str, all: &[T], cell: &str) -> String {
    let wanted = fold(cell);
    let known = all.iter().map(ToString::to_string).find(|word| {
        let key = format!("{prefix}-{}", word.to_lowercase());
        fold(word) == wanted
            || [Lang::Vi, Lang::En].iter().any(|lang| fold(&words.text(*lang, &key, &[])) == wanted)
    });
    known.unwrap_or_else(|| cell.to_owned())
}
