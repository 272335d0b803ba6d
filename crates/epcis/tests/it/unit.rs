//! Units convert by their definitions.

use std::cmp::Ordering;

use epcis::cbv::{MeasurementTypes, Term, Vocabulary};
use epcis::unit::{Quantity, Unit, compare, convert};

// A value, its unit, the same in another unit.
const DEFINED: [(f64, &str, f64, &str); 16] = [
    (26.0, "CEL", 299.15, "KEL"),
    (212.0, "FAH", 100.0, "CEL"),
    (-40.0, "FAH", -40.0, "CEL"),
    (491.67, "A48", 0.0, "CEL"),
    (1.0, "LBR", 0.453_592_37, "KGM"),
    (16.0, "ONZ", 1.0, "LBR"),
    (2_240.0, "LBR", 1.0, "LTN"),
    (12.0, "INH", 1.0, "FOT"),
    (231.0, "INQ", 1.0, "GLL"),
    (8.0, "PTI", 1.0, "GLI"),
    (160.0, "KMH", 160.0 / 3.6, "MTS"),
    (1.0, "ATM", 1_013.25, "MBR"),
    (760.0, "UA", 1.0, "ATM"),
    (12.1, "A93", 12_100.0, "GP"),
    (1.0, "HAR", 10_000.0, "MTK"),
    (0.18, "C35", 180.0, "C36"),
];

#[test]
fn values_convert_as_their_units_are_defined() {
    for (value, from, wanted, to) in DEFINED {
        let close = |one: f64, other: f64| (one - other).abs() <= 1e-9 * other.abs().max(1.0);
        assert!(close(convert(value, from, to).unwrap(), wanted), "{value} {from} in {to}");
        assert!(close(convert(wanted, to, from).unwrap(), value), "{wanted} {to} in {from}");
        assert_eq!(
            compare((value, from), (wanted, to)),
            Some(Ordering::Equal),
            "{value} {from} = {wanted} {to}"
        );
        assert_eq!(compare((value + 1.0, from), (wanted, to)), Some(Ordering::Greater));
    }
}

#[test]
fn nothing_converts_between_quantities() {
    assert_eq!(convert(1.0, "KGM", "MTR"), None);
    assert_eq!(compare((1.0, "KGM"), (1.0, "LTR")), None);
    assert_eq!(convert(1.0, "XYZ", "KGM"), None);
    // What is not known still equals itself.
    assert_eq!(convert(7.0, "CS", "CS"), Some(7.0));
}

#[test]
fn measurement_types_have_units() {
    let mut without = Vec::new();
    for word in MeasurementTypes::TERMS {
        match Quantity::of(Term::of(word).unwrap()) {
            None => without.push(*word),
            Some(quantity) => {
                let units = || Unit::codes().filter_map(Unit::of);
                assert!(units().any(|unit| unit.quantity() == quantity), "{word}");
            }
        }
    }
    assert_eq!(without, Vec::<&str>::new());
    assert!(MeasurementTypes::TERMS.is_sorted());
}
