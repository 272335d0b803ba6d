//! What goes out of the model comes in as the same model, with the same hashes.

use epcis::hash::{Hasher, events};
use epcis::model::Content;

use crate::corpora::{files, name};

fn model(bytes: &[u8]) -> (Content, Vec<String>) {
    let tree = epcis::lower(bytes).unwrap();
    let (content, report) = epcis::check_tree(&tree);
    let content = content.unwrap_or_else(|| panic!("{:#?}", report.errors));
    let mut hasher = Hasher::new(&tree);
    let hashes = events(&tree).map(|event| hasher.hash(event).to_string()).collect();
    (content, hashes)
}

#[test]
fn json_that_goes_out_comes_in_alike() {
    let folders =
        ["valid/json", "valid/json-events", "query/json", "food", "hash/examples", "hash/expected_equal"];
    for (folder, ending) in folders.iter().flat_map(|folder| [(folder, "json"), (folder, "jsonld")]) {
        for (path, bytes) in files(folder, ending) {
            let (content, hashes) = model(&bytes);
            let written = epcis::json::write(&content).expect("no question among these");
            let (again, same) = model(written.as_bytes());
            assert_eq!(content.events(), again.events(), "{}\n{written}", name(&path));
            assert_eq!(hashes, same, "{}\n{written}", name(&path));
            assert_eq!(epcis::json::write(&again), Some(written), "{}", name(&path));
        }
    }
}
