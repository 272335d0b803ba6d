//! GS1 Digital Link URIs: what is read is written canonically, and read again as the same.

#![no_main]

use gs1::link::{DigitalLink, Reading};
use libfuzzer_sys::fuzz_target;

type Values = Vec<(u16, String)>;

fn values(link: &DigitalLink<'_>) -> (Values, Values) {
    let of = |elements: &[gs1::Element<'_>]| {
        let mut all: Values = elements
            .iter()
            .map(|element| (element.ai.number(), element.value.clone().into_owned()))
            .collect();
        all.sort();
        all
    };
    (of(link.path()), of(link.attributes()))
}

fuzz_target!(|text: &str| {
    if let Ok(link) = DigitalLink::parse(text) {
        let canonical = link.canonical();
        let again = DigitalLink::parse(&canonical).unwrap_or_else(|error| panic!("{canonical}: {error}"));
        assert_eq!(values(&link), values(&again), "{canonical}");
        assert_eq!(again.canonical(), canonical);
        assert!(DigitalLink::read(text, Reading::Tolerant).is_ok(), "the strict reading is the tighter one");
    }
    if let Ok(link) = DigitalLink::read(text, Reading::Tolerant) {
        let mut level = link.up();
        let mut levels = 0;
        while let Some(upper) = level {
            assert!(upper.path().len() < link.path().len());
            levels += 1;
            level = upper.up();
        }
        assert!(levels < link.path().len());
    }
});
