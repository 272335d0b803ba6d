//! Every valid document of the corpora, captured and asked for again, says the same: equal event hashes.

use std::path::{Path, PathBuf};

use epcis::hash::{Hasher, events};

use super::bed::Repository;
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! { every_valid_document_comes_back_with_the_same_event_hashes }

fn folder(name: &str) -> Option<PathBuf> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/trace/corpora/epcis/valid").join(name);
    if !folder.is_dir() {
        eprintln!("skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

fn hashes(source: &[u8]) -> Vec<String> {
    let tree = epcis::lower(source).unwrap();
    let mut hasher = Hasher::new(&tree);
    let mut hashes: Vec<String> = events(&tree).map(|event| hasher.hash(event).to_string()).collect();
    hashes.sort();
    hashes.dedup();
    hashes
}

async fn every_valid_document_comes_back_with_the_same_event_hashes(place: &Place) {
    let repository = Repository::at(place).await;
    let mut count = 0;
    for name in ["json", "xml", "xml-1.2"] {
        let Some(folder) = folder(name) else { return };
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            let source = std::fs::read(&file).unwrap();
            if !epcis::check(&source).is_ok() {
                continue;
            }
            // It names an object twice, which JSON cannot say; it comes back once.
            if file.ends_with("xml/epcisDocWithAllGS1Keys.xml") {
                continue;
            }
            // Each document by its own party: what another one says of the same eventID is no conflict.
            let party = repository.party(&file.display().to_string()).await;
            let captured = match name {
                "json" => party.post("/epcis/capture", source.clone()).await,
                _ => party.post_xml("/epcis/capture", source.clone()).await,
            };
            assert_eq!(captured.status, 202, "{}: {}", file.display(), captured.text);
            for (accept, form) in
                [("application/json", "Never_Translates"), ("application/json", "Always_GS1_Digital_Link")]
            {
                let asks = party.with("accept", accept).with("gs1-epc-format", form);
                let reply = asks.get("/epcis/events?perPage=1000").await;
                assert_eq!(reply.status, 200, "{}: {}", file.display(), reply.text);
                assert_eq!(hashes(reply.text.as_bytes()), hashes(&source), "{} as {form}", file.display());
            }
            count += 1;
        }
    }
    assert!(count > 80, "{count} documents");
}
