//! Rows of an import as the forms they would fill.

use ground::fold::fold;
use ground::{FieldProblem, Lang, Refusal, Result};
use web::{FormData, Words};

use crate::grid::{Grid, GridRow};
use crate::producer::{Disability, ProducerKind, Sex, folded};

/// The columns: field, key of the label, and whether it must be there.
pub(super) const COLUMNS: [(&str, &str, bool); 21] = [
    ("name", "reg-producer-name", true),
    ("kind", "reg-kind", true),
    ("registration_number", "reg-registration-number", false),
    ("registered_on", "reg-registered-on", false),
    ("registered_by", "reg-registered-by", false),
    ("phone", "reg-phone", false),
    ("email", "reg-email", false),
    ("place", "reg-commune", true),
    ("address", "reg-address", true),
    ("representative_name", "reg-representative-name", true),
    ("representative_title", "reg-representative-title", false),
    ("representative_sex", "reg-sex", false),
    ("representative_ethnicity", "reg-ethnicity", false),
    ("representative_disability", "reg-disability", false),
    ("representative_address", "reg-representative-address", false),
    ("product_name", "reg-product-name", false),
    ("set_number", "reg-set", false),
    ("unit", "reg-unit", false),
    ("made_in", "reg-made-in", false),
    ("story", "reg-story", false),
    ("distinct", "reg-column-distinct", false),
];

/// One row: a producer, and a product where there is one.
pub(super) struct Row {
    pub(super) number: usize,
    pub(super) producer: FormData,
    pub(super) product: FormData,
    /// The row confirms that look-alikes are others.
    pub(super) distinct: bool,
}

impl Row {
    /// What makes two rows speak of one producer.
    pub(super) fn key(&self) -> [String; 3] {
        let of = |name| fold(self.producer.get(name));
        [folded(self.producer.get("name")), of("registration_number"), of("place")]
    }
}

/// Reads the rows; columns go by their label in either language, or by the field's name.
pub(super) fn read(words: &Words, grid: &Grid) -> Result<Vec<Row>> {
    let place = |(field, label, _): &(&str, &str, bool)| {
        let (vi, en) = (words.text(Lang::Vi, label, &[]), words.text(Lang::En, label, &[]));
        grid.column(&[field, &vi, &en])
    };
    let places: Vec<Option<usize>> = COLUMNS.iter().map(place).collect();
    let known: Vec<usize> = places.iter().flatten().copied().collect();
    let unknown = grid.unknown(&known);
    if !unknown.is_empty() {
        let problem = FieldProblem::new("file", "register-rows-unknown-column");
        return Err(Refusal::invalid(vec![problem.with("names", unknown.join(", "))]));
    }
    let missing = COLUMNS.iter().zip(&places).filter(|((.., needed), place)| *needed && place.is_none());
    let missing: Vec<String> = missing.map(|((_, label, _), _)| words.text(Lang::Vi, label, &[])).collect();
    if !missing.is_empty() {
        let problem = FieldProblem::new("file", "register-rows-missing-column");
        return Err(Refusal::invalid(vec![problem.with("names", missing.join(", "))]));
    }
    Ok(grid.rows().iter().map(|row| of(words, row, &places)).collect())
}

fn of(words: &Words, row: &GridRow, places: &[Option<usize>]) -> Row {
    let (mut producer, mut product, mut distinct) = (FormData::default(), FormData::default(), false);
    for ((field, _, _), place) in COLUMNS.iter().zip(places) {
        let cell = row.cell(*place).to_owned();
        match *field {
            "kind" => producer.push("kind".into(), word(words, "reg-kind", ProducerKind::ALL, &cell)),
            "representative_sex" => {
                producer.push((*field).into(), word(words, "reg-sex", Sex::ALL, &cell));
            }
            "representative_disability" => {
                producer.push((*field).into(), word(words, "reg-disability", Disability::ALL, &cell));
            }
            "product_name" => product.push("name".into(), cell),
            // Made where the producer is, unless the row says otherwise.
            "made_in" => {
                let place = if cell.is_empty() { producer.get("place").to_owned() } else { cell };
                product.push("place".into(), place);
            }
            // "14 Rượu trắng", as lists show it, is set 14.
            "set_number" => {
                let number = cell.split(' ').next().unwrap_or_default().to_owned();
                product.push("set_number".into(), number);
            }
            "unit" | "story" => product.push((*field).into(), cell),
            "distinct" => distinct = !cell.is_empty(),
            _ => producer.push((*field).into(), cell),
        }
    }
    Row { number: row.number, producer, product, distinct }
}

// A word of an enum by its text in either language; another text goes on as it is, to be refused at its cell.
fn word<T: Copy + ToString>(words: &Words, prefix: &str, all: &[T], cell: &str) -> String {
    let wanted = fold(cell);
    let known = all.iter().map(ToString::to_string).find(|code| {
        let key = format!("{prefix}-{code}");
        fold(code) == wanted
            || [Lang::Vi, Lang::En].iter().any(|lang| fold(&words.text(*lang, &key, &[])) == wanted)
    });
    known.unwrap_or_else(|| cell.to_owned())
}
