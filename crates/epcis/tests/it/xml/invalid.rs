//! What the community holds to be invalid is refused, at the right place.

use crate::corpora::{files, name};

/// Codes and places by file.
const WANTED: [(&str, &[(&str, &str)]); 4] = [
    ("ObjectEvent_bare_event_without_action.xml", &[("missing", "/ObjectEvent/action")]),
    (
        "ObjectEvent_with_invalid_eventTime_format.xml",
        &[("bad-time", "/epcis:EPCISDocument/EPCISBody/EventList/ObjectEvent/eventTime")],
    ),
    (
        "ObjectEvent_with_unknown_element.xml",
        &[("unknown-field", "/epcis:EPCISDocument/EPCISBody/EventList/ObjectEvent/madeUpField")],
    ),
    (
        "ObjectEvent_without_eventTime.xml",
        &[("missing", "/epcis:EPCISDocument/EPCISBody/EventList/ObjectEvent/eventTime")],
    ),
];

#[test]
fn documents_are_refused_where_they_are_wrong() {
    for (path, bytes) in files("invalid/xml", "xml") {
        let file = name(&path);
        let wanted = WANTED.iter().find(|(known, _)| *known == file).expect("every file has its places").1;
        let report = epcis::check(&bytes);
        let found: Vec<(&str, &str)> =
            report.errors.iter().map(|error| (error.rule.code(), error.at.as_str())).collect();
        assert_eq!(found, wanted, "{file}");
    }
}
