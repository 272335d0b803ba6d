//! What a producer chooses of its labels.

use ground::{FieldProblem, Result};
use serde::{Deserialize, Serialize};
use web::FormData;

use super::stock::Stock;
use crate::serial::MOST_OF_RUN;

/// Labels of one run.
pub const MOST_LABELS: u32 = MOST_OF_RUN;
/// Labels in one PDF: what a printer and a phone still take. More come as several files.
pub const MOST_OF_FILE: u32 = 10_000;

/// A design: kept with the run, that it may be printed again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Design {
    /// The key of the stock.
    pub stock: String,
    /// Whether each label has its serial.
    pub serials: bool,
    /// The producer's address.
    pub address: bool,
    /// The producer's phone.
    pub phone: bool,
    /// EAN-13 beside the QR.
    pub ean: bool,
    /// The stars, while the certificate holds.
    pub award: bool,
}

/// The boxes of the form, in order.
pub const PARTS: [&str; 5] = ["serials", "address", "phone", "ean", "award"];

impl Design {
    /// What is chosen when nothing was chosen before.
    pub fn usual() -> Self {
        Self { stock: "a4-24".into(), serials: false, address: true, phone: true, ean: true, award: true }
    }

    /// Reads a form: the design and how many.
    ///
    /// # Errors
    /// Every field that cannot be used.
    pub fn read(form: &FormData) -> Result<(Self, u32)> {
        let mut read = form.read();
        let stock = Stock::of(form.get("stock").trim()).map(|stock| stock.key.to_owned());
        if stock.is_none() {
            read.problem(FieldProblem::new("stock", "not-a-choice"));
        }
        let count = read.number("count", 1..=MOST_LABELS);
        let has = |part: &str| form.all("parts").iter().any(|sent| sent == part);
        read.done(|| {
            let design = Self {
                stock: stock?,
                serials: has("serials"),
                address: has("address"),
                phone: has("phone"),
                ean: has("ean"),
                award: has("award"),
            };
            Some((design, count?))
        })
    }

    /// As a form holds it.
    pub fn form(&self, count: &str) -> FormData {
        let chosen = [self.serials, self.address, self.phone, self.ean, self.award];
        let parts = PARTS.iter().zip(chosen).filter(|(_, is_chosen)| *is_chosen);
        let pairs = [("stock", self.stock.as_str()), ("count", count)];
        FormData::of(pairs.into_iter().chain(parts.map(|(part, _)| ("parts", *part))))
    }

    /// Its stock.
    pub fn stock(&self) -> Option<&'static Stock> {
        Stock::of(&self.stock)
    }
}
