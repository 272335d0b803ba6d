//! EPCIS in XML, 2.0 and 1.2: parse, check, hash, write in both bindings, parse again, and it is the same.

#![no_main]

use epcis::hash::{Hasher, events};
use epcis::xml::{Version, write};
use libfuzzer_sys::fuzz_target;

fn hashes(tree: &epcis::tree::Tree<'_>) -> Vec<String> {
    let mut hasher = Hasher::new(tree);
    events(tree).map(|event| hasher.hash(event).to_string()).collect()
}

fuzz_target!(|bytes: &[u8]| {
    let _ = epcis::check(bytes);
    let Ok(tree) = epcis::xml::read_bytes(bytes) else { return };
    let before = hashes(&tree);
    let (Some(content), _) = epcis::check_tree(&tree) else { return };
    // A name or value that XML cannot have does not come from XML.
    let written = write(&content, Version::Two).unwrap_or_else(|refused| panic!("{refused:?}"));
    let again = epcis::xml::read(&written).unwrap_or_else(|fault| panic!("{fault}\n{written}"));
    let (same, report) = epcis::check_tree(&again);
    assert!(report.is_ok(), "{:?}\n{written}", report.errors);
    let same = same.unwrap();
    assert_eq!(content.events(), same.events(), "{written}");
    assert_eq!(before, hashes(&again), "{written}");
    assert_eq!(write(&same, Version::Two).as_ref(), Ok(&written));
    let _ = write(&content, Version::OneTwo);
    assert!(epcis::json::write(&content).is_some());
});
