//! Queries in JSON and in a Poll of XML: what is read is written, and read again as the same query.

#![no_main]

use epcis::query::{NamedQuery, Prefixes, Query};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let none = Prefixes::default();
    if let Ok(query) = Query::from_json(text, &none) {
        let written = query.to_json();
        assert_eq!(Query::from_json(&written, &none), Ok(query.clone()), "{written}");
        assert_eq!(Query::read(&query.given(), &none), Ok(query));
    }
    if let Ok(named) = NamedQuery::from_json(text, &none) {
        let written = named.to_json();
        assert_eq!(NamedQuery::from_json(&written, &none), Ok(named), "{written}");
    }
    if let Ok(tree) = epcis::lower(text.as_bytes()) {
        let _ = Query::from_document(&tree, &none);
    }
});
