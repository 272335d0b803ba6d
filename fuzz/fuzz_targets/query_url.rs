//! Queries in an address: what is read is written, and read again as the same query.

#![no_main]

use epcis::query::{Prefixes, Query};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (header, query) = text.split_once('\n').unwrap_or(("", text));
    let prefixes = Prefixes::of_header(header);
    let Ok(query) = Query::from_url(query, &prefixes) else { return };
    let none = Prefixes::default();
    assert_eq!(Query::read(&query.given(), &none), Ok(query.clone()));
    if let Some(written) = query.to_url() {
        assert_eq!(Query::from_url(&written, &none), Ok(query.clone()), "{written}");
    }
    let written = query.to_json();
    assert_eq!(Query::from_json(&written, &none), Ok(query), "{written}");
});
