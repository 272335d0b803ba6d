//! What the community holds to be valid is taken.

use crate::corpora::{files, name};

/// Does not pass the published schema either, and why.
const KNOWN_BAD: [(&str, &str); 0] = [];

fn taken(folder: &str, ending: &str) {
    let mut refused = Vec::new();
    for (path, bytes) in files(folder, ending) {
        let report = epcis::check(&bytes);
        let known = KNOWN_BAD.iter().any(|(bad, _)| *bad == name(&path));
        if report.is_ok() == known {
            refused.push(format!("{}: {:#?}", name(&path), report.errors));
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn documents_of_json_are_taken() {
    taken("valid/json", "json");
}

#[test]
fn bare_events_of_json_are_taken() {
    taken("valid/json-events", "json");
}

#[test]
fn query_documents_are_taken() {
    taken("query/json", "json");
}

#[test]
fn events_of_food_chains_are_taken() {
    taken("food", "jsonld");
}
