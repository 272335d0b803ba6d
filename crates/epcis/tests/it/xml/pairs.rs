//! The same events in JSON and XML hash alike.

use epcis::hash::{Hasher, events};

use crate::corpora::{files, name};

/// Pairs whose two files do not say the same, and what differs.
const DIFFERENT: [(&str, &str); 1] =
    [("valid/xml-events/TransactionEvent", "XML alone has an empty rail:vehicleMasterGIAI")];

fn prehashes(bytes: &[u8]) -> Vec<String> {
    let tree = epcis::lower(bytes).unwrap();
    let mut hasher = Hasher::new(&tree);
    events(&tree).map(|event| hasher.prehash(event).to_owned()).collect()
}

fn alike(json: &str, xml: &str) {
    let mut wrong = Vec::new();
    for (path, bytes) in files(json, "json") {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let Some((_, other)) =
            files(xml, "xml").into_iter().find(|(other, _)| other.file_stem() == path.file_stem())
        else {
            continue;
        };
        let (ours, theirs) = (prehashes(&bytes), prehashes(&other));
        let known = DIFFERENT.iter().any(|(known, _)| *known == format!("{xml}/{stem}"));
        if (ours != theirs) != known {
            wrong.push(format!("{}\n  json {ours:#?}\n  xml  {theirs:#?}", name(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pairs_of_documents_hash_alike() {
    alike("valid/json", "valid/xml");
}

#[test]
fn pairs_of_events_hash_alike() {
    alike("valid/json-events", "valid/xml-events");
}
