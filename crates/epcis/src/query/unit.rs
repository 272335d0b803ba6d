//! Values compared across units.

use std::cmp::Ordering;

use crate::unit::{self, Unit};

/// Distances that differ by less than this share are the same: what conversions round off.
const SAME: f64 = 1e-9;

/// What a value is compared as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// A point on its scale: 0 °C is 273.15 K.
    Point,
    /// A distance on its scale, such as a deviation: 1 °C is 1 K.
    Distance,
}

/// How a value stands to another with its own unit; none where the units do not measure the same.
pub(super) fn order(one: (f64, &str), other: (f64, &str), measure: Measure) -> Option<Ordering> {
    if measure == Measure::Point || one.1 == other.1 {
        return unit::compare(one, other);
    }
    let (first, second) = (Unit::of(one.1)?, Unit::of(other.1)?);
    if first.quantity() != second.quantity() {
        return None;
    }
    let length = |unit: Unit, value: f64| unit.base(value) - unit.base(0.0);
    let (one, other) = (length(first, one.0), length(second, other.0));
    if (one - other).abs() <= SAME * one.abs().max(other.abs()) {
        return Some(Ordering::Equal);
    }
    one.partial_cmp(&other)
}
