//! Units of UN/ECE Recommendation 20: what they measure, and how values convert.

mod electricity;
mod flow;
mod matter;
mod mechanics;
mod quantity;
mod radiation;
mod space;

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::LazyLock;

pub use quantity::Quantity;

/// Values that differ by less than this share are the same: what conversions round off.
const SAME: f64 = 1e-9;
/// 0 °C in kelvin.
const CELSIUS: f64 = 273.15;
/// 0 °F in degrees Rankine.
const FAHRENHEIT: f64 = 459.67;

/// A unit: what it measures, and how its values become those of the quantity's own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    quantity: Quantity,
    factor: f64,
    offset: f64,
}

static UNITS: LazyLock<HashMap<&'static str, Unit>> = LazyLock::new(|| {
    let groups =
        [electricity::UNITS, flow::UNITS, matter::UNITS, mechanics::UNITS, radiation::UNITS, space::UNITS];
    let groups = groups.into_iter().flatten();
    let plain = groups.flat_map(|(quantity, units)| {
        units.iter().map(|(code, factor)| (*code, Unit { quantity: *quantity, factor: *factor, offset: 0.0 }))
    });
    let rankine = 5.0 / 9.0;
    let degrees = [
        ("KEL", 1.0, 0.0),
        ("CEL", 1.0, CELSIUS),
        ("A48", rankine, 0.0),
        ("FAH", rankine, FAHRENHEIT * rankine),
    ];
    let degree = |(code, factor, offset)| (code, Unit { quantity: Quantity::Temperature, factor, offset });
    plain.chain(degrees.map(degree)).collect()
});

impl Unit {
    /// The unit of that code; none where it is not known to convert.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        UNITS.get(code).copied()
    }

    /// Every code, in no order.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        UNITS.keys().copied()
    }

    /// What it measures.
    #[must_use]
    pub const fn quantity(self) -> Quantity {
        self.quantity
    }

    /// The value in the quantity's own unit.
    #[must_use]
    pub fn base(self, value: f64) -> f64 {
        value.mul_add(self.factor, self.offset)
    }

    /// The value of this unit that is `base` in the quantity's own.
    #[must_use]
    pub fn of_base(self, base: f64) -> f64 {
        (base - self.offset) / self.factor
    }
}

/// A value in another unit; `None` where the units do not measure the same.
#[must_use]
pub fn convert(value: f64, from: &str, to: &str) -> Option<f64> {
    if from == to {
        return Some(value);
    }
    let (from, to) = (Unit::of(from)?, Unit::of(to)?);
    (from.quantity == to.quantity).then(|| to.of_base(from.base(value)))
}

/// Compares values of units that measure the same; `None` where they do not. What conversions round off is
/// no difference.
#[must_use]
pub fn compare(one: (f64, &str), other: (f64, &str)) -> Option<Ordering> {
    if one.1 == other.1 {
        return one.0.partial_cmp(&other.0);
    }
    let (first, second) = (Unit::of(one.1)?, Unit::of(other.1)?);
    if first.quantity != second.quantity {
        return None;
    }
    let (first, second) = (first.base(one.0), second.base(other.0));
    if (first - second).abs() <= SAME * first.abs().max(second.abs()) {
        return Some(Ordering::Equal);
    }
    first.partial_cmp(&second)
}
