//! How much: a decimal of at most three places, exact.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::item::{Measure, Unit};

/// Parts of one.
const PARTS: i64 = 1_000;
/// Decimal places.
const PLACES: usize = 3;
/// Most of anything in one line.
const MOST: i64 = 1_000_000_000 * PARTS;

/// A quantity above nothing, in thousandths.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sea_orm::DeriveValueType,
)]
#[serde(transparent)]
pub struct Quantity(i64);

/// Why a text is no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoQuantity {
    /// It is no number.
    #[error("this is no number of at most three decimal places")]
    Number,
    /// It is nothing or less.
    #[error("a quantity is more than nothing")]
    Nothing,
    /// It is too much.
    #[error("a quantity is at most a thousand million")]
    Much,
}

impl Quantity {
    /// From thousandths.
    pub const fn of_thousandths(thousandths: i64) -> Option<Self> {
        if thousandths > 0 && thousandths <= MOST { Some(Self(thousandths)) } else { None }
    }

    /// In thousandths.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Reads a number as people here write it: `1.200` is twelve hundred, `0,5` a half; a point with other than three
    /// digits behind it is a decimal point, as a phone's keyboard may have no comma.
    ///
    /// # Errors
    /// It is no number, nothing, or too much.
    pub fn parse(text: &str) -> Result<Self, NoQuantity> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let (whole, part) = match (text.rsplit_once(','), text.rsplit_once('.')) {
            (Some((whole, part)), _) => (grouped(whole)?, part),
            (None, Some((_, part))) if part.len() == PLACES => (grouped(&text)?, ""),
            (None, Some((whole, part))) => (whole.to_owned(), part),
            (None, None) => (text.clone(), ""),
        };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || part.len() > PLACES || !digits(&whole) || !digits(part) {
            return Err(NoQuantity::Number);
        }
        let whole: i64 = whole.parse().map_err(|_| NoQuantity::Much)?;
        let part: i64 = format!("{part:0<PLACES$}").parse().map_err(|_| NoQuantity::Number)?;
        let thousandths = whole.checked_mul(PARTS).and_then(|whole| whole.checked_add(part));
        let thousandths = thousandths.ok_or(NoQuantity::Much)?;
        match thousandths {
            0 => Err(NoQuantity::Nothing),
            _ => Self::of_thousandths(thousandths).ok_or(NoQuantity::Much),
        }
    }

    /// In the smallest unit of what a unit measures, in thousandths of it.
    pub fn in_smallest(self, unit: Unit) -> (Measure, i128) {
        let (measure, factor) = unit.measure();
        (measure, i128::from(self.0) * i128::from(factor))
    }

    /// As a JSON number has it: `0.5`.
    pub fn plain(self) -> String {
        let (whole, part) = (self.0 / PARTS, self.0 % PARTS);
        if part == 0 {
            return whole.to_string();
        }
        format!("{whole}.{part:0PLACES$}").trim_end_matches('0').to_owned()
    }
}

// Points between groups of three.
fn grouped(text: &str) -> Result<String, NoQuantity> {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    let mut whole = first.to_owned();
    let mut any = false;
    for group in groups {
        if group.len() != PLACES {
            return Err(NoQuantity::Number);
        }
        any = true;
        whole.push_str(group);
    }
    if any && (first.is_empty() || first.len() > PLACES) {
        return Err(NoQuantity::Number);
    }
    Ok(whole)
}

/// As people here write it: `1.200,5`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.plain();
        let (whole, part) = plain.split_once('.').unwrap_or((plain.as_str(), ""));
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        if part.is_empty() { Ok(()) } else { write!(f, ",{part}") }
    }
}
