//! What is written down of a product: read from a form or a row, checked, and put into the table's columns.

use ground::actor::PlaceId;
use ground::fold::fold;
use ground::{FieldProblem, Ground, Reader, Result};
use sea_orm::Set;
use web::FormData;

use super::Product;
use super::sets;
use super::store::ActiveModel;
use crate::place;

/// Most characters of a name.
const NAME: usize = 200;
/// Most characters of a unit.
const UNIT: usize = 120;
/// Most characters of a story.
const STORY: usize = 10_000;

/// What is written down of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// Name.
    pub name: String,
    /// The product set, by its number in the decrees.
    pub set_number: i32,
    /// How it is sold.
    pub unit: Option<String>,
    /// Its story.
    pub story: Option<String>,
    /// The commune in which it is made.
    pub place: PlaceId,
}

/// The fields of the form, each with the key of its label.
pub(crate) const FIELDS: [(&str, &str); 5] = [
    ("name", "reg-product-name"),
    ("set_number", "reg-set"),
    ("unit", "reg-unit"),
    ("place", "reg-made-in"),
    ("story", "reg-story"),
];

impl Details {
    /// Reads a form.
    ///
    /// # Errors
    /// Every field that cannot be used; the records are away.
    pub(crate) async fn read(ground: &Ground, reader: &Reader<'_>, form: &FormData) -> Result<Self> {
        let place = place::typed(reader, form, ground.clock.today()).await?;
        let mut read = form.read();
        let name = read.text("name", NAME);
        let set_number: Option<i32> = read.word("set_number");
        if set_number.is_some_and(|number| !sets::exists(ground, number)) {
            read.problem(FieldProblem::new("set_number", "not-a-choice"));
        }
        let unit = read.optional("unit", UNIT);
        let place = place.map_err(|problem| read.problem(problem)).ok();
        let story = read.optional("story", STORY);
        read.done(|| {
            Some(Self { name: name?, set_number: set_number?, unit: unit?, story: story?, place: place? })
        })
    }

    /// What stands in the records of a product.
    pub(crate) fn of(product: &Product) -> Self {
        let product = product.clone();
        Self {
            name: product.name,
            set_number: product.set_number,
            unit: product.unit,
            story: product.story,
            place: product.place_id,
        }
    }

    /// As a form holds it; `place` is the commune's name.
    pub(crate) fn form(&self, place: &str) -> FormData {
        FormData::of([
            ("name", self.name.clone()),
            ("set_number", self.set_number.to_string()),
            ("unit", self.unit.clone().unwrap_or_default()),
            ("place", place.to_owned()),
            ("story", self.story.clone().unwrap_or_default()),
        ])
    }

    /// The columns, without the keys and the version.
    pub(crate) fn columns(&self) -> ActiveModel {
        ActiveModel {
            name: Set(self.name.clone()),
            folded: Set(fold(&self.name)),
            set_number: Set(self.set_number),
            unit: Set(self.unit.clone()),
            story: Set(self.story.clone()),
            place_id: Set(self.place),
            ..Default::default()
        }
    }
}
