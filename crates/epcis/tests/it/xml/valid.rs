//! What the community holds to be valid is taken.

use crate::corpora::{files, name};

/// Does not keep to the standard, by file: what is refused.
const KNOWN_BAD: [(&str, &str); 3] = [
    // Master data of instance and lot where nothing begins.
    (
        "1.2/ObjectEvent_all_possible_fields.xml",
        "/epcis:EPCISDocument/EPCISBody/EventList/ObjectEvent/extension/ilmd",
    ),
    // No identifier of a certificate, but a text.
    (
        "1.2/ObjectEvent_all_possible_fields.xml",
        "/epcis:EPCISDocument/EPCISBody/EventList/ObjectEvent/certificationInfo",
    ),
    // A time without its seconds.
    (
        "1.2/TransactionEvent_all_possible_fields.xml",
        "/epcis:EPCISDocument/EPCISBody/EventList/TransactionEvent/baseExtension/errorDeclaration/declarationTime",
    ),
];

fn taken(folder: &str) {
    let mut wrong = Vec::new();
    for (path, bytes) in files(folder, "xml") {
        let report = epcis::check(&bytes);
        let file = name(&path);
        let found: Vec<&str> = report.errors.iter().map(|error| error.at.as_str()).collect();
        let known = KNOWN_BAD.iter().filter(|(bad, _)| bad.strip_prefix("1.2/") == Some(&*file));
        let known: Vec<&str> = known.map(|(_, at)| *at).filter(|_| folder == "valid/xml-1.2").collect();
        if found != known {
            wrong.push(format!("{file}: {:#?}", report.errors));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn documents_are_taken() {
    taken("valid/xml");
}

#[test]
fn bare_events_are_taken() {
    taken("valid/xml-events");
}

#[test]
fn documents_of_the_older_version_are_taken() {
    taken("valid/xml-1.2");
}
