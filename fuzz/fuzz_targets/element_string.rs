//! Element strings, as people write and as scanners send them.

#![no_main]

use gs1::Element;
use gs1::element::{parse_bracketed, parse_scanned, to_bracketed, to_scanned};
use libfuzzer_sys::fuzz_target;

fn values(elements: &[Element<'_>]) -> Vec<(u16, String)> {
    elements.iter().map(|element| (element.ai.number(), element.value.clone().into_owned())).collect()
}

fuzz_target!(|text: &str| {
    if let Ok(elements) = parse_bracketed(text) {
        let written = to_bracketed(&elements);
        let again = parse_bracketed(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert_eq!(values(&again), values(&elements), "{written}");
    }
    if let Ok(elements) = parse_scanned(text) {
        let written = to_scanned(&elements);
        let again = parse_scanned(&written).unwrap_or_else(|error| panic!("{written:?}: {error}"));
        let sorted = |elements: &[Element<'_>]| {
            let mut all = values(elements);
            all.sort();
            all
        };
        assert_eq!(sorted(&again), sorted(&elements), "{written:?}");
    }
});
