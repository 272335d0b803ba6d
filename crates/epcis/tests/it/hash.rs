//! Event hashes equal those of the community.

use std::fs;
use std::path::Path;

use epcis::hash::{Hasher, events};
use proptest::prelude::{prop_assert, proptest};

use crate::corpora::{files, name};

/// Lines of pre-hash strings that are broken in the corpora: their hash is that of another string.
const BROKEN: [(&str, usize); 3] = [
    ("epcisDocWithAllGS1Keys", 0),
    ("epcisDocWithCustomSchemaInContext", 1),
    ("epcisDocWithDefaultSchemaInContext", 1),
];

pub fn hashed(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let tree = epcis::lower(bytes).unwrap();
    let mut hasher = Hasher::new(&tree);
    events(&tree).map(|event| (hasher.prehash(event).to_owned(), hasher.hash(event).to_string())).unzip()
}

fn lines(path: &Path, ending: &str) -> Option<Vec<String>> {
    let text = fs::read_to_string(path.with_extension(ending)).ok()?;
    Some(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
}

pub fn equal(ending: &str) {
    let mut wrong = Vec::new();
    for (path, bytes) in files("hash/examples", ending) {
        let (prehashes, hashes) = hashed(&bytes);
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let wanted = lines(&path, "prehashes").unwrap_or_default();
        for (place, (ours, theirs)) in prehashes.iter().zip(&wanted).enumerate() {
            if ours != theirs && !BROKEN.contains(&(stem.as_str(), place)) {
                wrong.push(format!("{} {place}\n  ours   {ours}\n  theirs {theirs}", name(&path)));
            }
        }
        if let Some(wanted) = lines(&path, "hashes")
            && hashes != wanted
        {
            wrong.push(format!("{}\n  ours   {hashes:#?}\n  theirs {wanted:#?}", name(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn hashes_of_json_are_those_of_the_community() {
    equal("jsonld");
}

#[test]
fn what_says_the_same_hashes_alike() {
    for (path, bytes) in files("hash/expected_equal", "json") {
        let (_, hashes) = hashed(&bytes);
        assert!(hashes.windows(2).all(|pair| pair[0] == pair[1]), "{}: {hashes:#?}", name(&path));
    }
}

proptest! {
    #[test]
    fn a_number_is_hashed_as_the_nearest_double_is_written(text in "(-|)(0|[1-9][0-9]{0,9})([.][0-9]{1,12})?") {
        let quantity = format!(r#"{{"epcClass":"urn:x:y","quantity":{text}}}"#);
        let event = format!(r#"{{"type":"ObjectEvent","quantityList":[{quantity}]}}"#);
        let tree = epcis::lower(event.as_bytes()).unwrap();
        let value: f64 = text.parse().unwrap();
        if value == 0.0 || value.abs() >= 1e-4 {
            let written = format!("quantity={}", value + 0.0);
            let hashed = Hasher::new(&tree).prehash(tree.root()).to_owned();
            prop_assert!(hashed.ends_with(&written), "{hashed} {written}");
        }
    }
}
