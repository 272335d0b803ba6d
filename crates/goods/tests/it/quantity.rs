//! How much, as people write it.

use goods::entry::{NoQuantity, Quantity};
use proptest::prelude::*;

#[test]
fn people_write_numbers_in_many_ways_and_mean_one() {
    for (typed, thousandths) in [
        ("120", 120_000),
        ("0,5", 500),
        ("0.5", 500),
        ("1.200", 1_200_000),
        ("1.200,5", 1_200_500),
        (" 12 000 ", 12_000_000),
        ("1.234.567,125", 1_234_567_125),
        ("2.50", 2_500),
    ] {
        assert_eq!(Quantity::parse(typed).map(Quantity::thousandths), Ok(thousandths), "{typed}");
    }
    for typed in ["", "nhiều", "1,2,3", "1.20.300", "-5", "0,0001", "1e3", ",5,"] {
        assert_eq!(Quantity::parse(typed), Err(NoQuantity::Number), "{typed}");
    }
    assert_eq!(Quantity::parse("0"), Err(NoQuantity::Nothing));
    assert_eq!(Quantity::parse("9999999999999"), Err(NoQuantity::Much));
}

proptest! {
    #[test]
    fn what_is_shown_reads_back_as_the_same(thousandths in 1_i64..1_000_000_000_000) {
        let quantity = Quantity::of_thousandths(thousandths).unwrap();
        prop_assert_eq!(Quantity::parse(&quantity.to_string()), Ok(quantity));
    }

    #[test]
    fn no_text_is_too_strange_to_refuse(text in ".{0,40}") {
        let _ = Quantity::parse(&text);
    }
}
