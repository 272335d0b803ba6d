//! Rows of an import as the forms they would fill.

use ground::Result;
use ground::fold::fold;
use web::{FormData, Words};

use crate::grid::{Columns, Grid, word};
use crate::producer::{Disability, ProducerKind, Sex, folded};

/// The columns.
pub(super) const COLUMNS: Columns = Columns(&[
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
]);

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

/// Reads the rows.
pub(super) fn read(words: &Words, grid: &Grid) -> Result<Vec<Row>> {
    Ok(COLUMNS.read(words, grid)?.map(|(number, cells)| of(words, number, &cells)).collect())
}

fn of(words: &Words, number: usize, cells: &[(&str, &str)]) -> Row {
    let mut row =
        Row { number, producer: FormData::default(), product: FormData::default(), distinct: false };
    let Row { producer, product, distinct, .. } = &mut row;
    for &(field, cell) in cells {
        match field {
            "kind" => producer.push(field.into(), word(words, "reg-kind", ProducerKind::ALL, cell)),
            "representative_sex" => producer.push(field.into(), word(words, "reg-sex", Sex::ALL, cell)),
            "representative_disability" => {
                producer.push(field.into(), word(words, "reg-disability", Disability::ALL, cell));
            }
            "product_name" => product.push("name".into(), cell.into()),
            // Made where the producer is, unless the row says otherwise.
            "made_in" => {
                let place = if cell.is_empty() { producer.get("place") } else { cell };
                product.push("place".into(), place.into());
            }
            // "14 Rượu trắng", as lists show it, is set 14.
            "set_number" => product.push(field.into(), cell.split(' ').next().unwrap_or_default().into()),
            "unit" | "story" => product.push(field.into(), cell.into()),
            "distinct" => *distinct = !cell.is_empty(),
            _ => producer.push(field.into(), cell.into()),
        }
    }
    row
}
