//! EPCIS in JSON-LD: parse, check, hash, write, parse again, and it is the same.

#![no_main]

use epcis::hash::{Hasher, events};
use epcis::model::Content;
use libfuzzer_sys::fuzz_target;

fn hashes(tree: &epcis::tree::Tree<'_>) -> Vec<String> {
    let mut hasher = Hasher::new(tree);
    events(tree).map(|event| hasher.hash(event).to_string()).collect()
}

fn same(one: &Content, two: &Content) {
    assert_eq!(one.events(), two.events());
}

fuzz_target!(|bytes: &[u8]| {
    // A question is checked too, and holds nothing.
    let _ = epcis::check(bytes);
    let Ok(tree) = epcis::json::read_bytes(bytes) else { return };
    let before = hashes(&tree);
    let (content, report) = epcis::check_tree(&tree);
    let Some(content) = content else {
        assert!(!report.is_ok());
        return;
    };
    let Some(written) = epcis::json::write(&content) else { panic!("no JSON") };
    let again = epcis::json::read(&written).unwrap_or_else(|fault| panic!("{fault}\n{written}"));
    let (same_content, report) = epcis::check_tree(&again);
    assert!(report.is_ok(), "{:?}\n{written}", report.errors);
    let same_content = same_content.unwrap();
    same(&content, &same_content);
    assert_eq!(before, hashes(&again), "{written}");
    assert_eq!(epcis::json::write(&same_content).as_ref(), Some(&written));
});
