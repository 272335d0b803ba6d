//! What the community holds to be invalid is refused, at the right place.

use crate::corpora::{files, name};

/// Codes and places by file.
const WANTED: [(&str, &[(&str, &str)]); 8] = [
    (
        "Combination_of_events_with_missing_mandatory_fields.json",
        &[
            ("missing", "/epcisBody/eventList/0/action"),
            ("missing", "/epcisBody/eventList/1/eventTimeZoneOffset"),
            ("missing", "/epcisBody/eventList/1/action"),
        ],
    ),
    (
        "Combination_of_non_standard_bizStep_and_disposition.json",
        &[
            ("unknown-word", "/epcisBody/eventList/0/bizStep"),
            ("unknown-word", "/epcisBody/eventList/1/disposition"),
        ],
    ),
    (
        "ObjectEvent_with_ilmd_field_without_namespace.json",
        &[("no-namespace", "/epcisBody/eventList/0/ilmd/materialType")],
    ),
    (
        "ObjectEvent_with_invalid_certificationInfo.json",
        &[
            ("wrong-kind", "/epcisBody/eventList/0/certificationInfo/0"),
            ("wrong-kind", "/epcisBody/eventList/0/certificationInfo/1"),
        ],
    ),
    ("ObjectEvent_with_non_standard_bizStep.json", &[("unknown-word", "/epcisBody/eventList/0/bizStep")]),
    (
        "ObjectEvent_with_non_standard_disposition.json",
        &[("unknown-word", "/epcisBody/eventList/0/disposition")],
    ),
    (
        "ObjectEvent_with_unknown_field_in_quantityList.json",
        &[("unknown-field", "/epcisBody/eventList/0/quantityList/0/weight")],
    ),
    ("ObjectEvent_without_identifier_list.json", &[("no-objects", "/epcisBody/eventList/0")]),
];

#[test]
fn documents_of_json_are_refused_where_they_are_wrong() {
    for (path, bytes) in files("invalid/json", "json") {
        let file = name(&path);
        let wanted = WANTED.iter().find(|(known, _)| *known == file).expect("every file has its places").1;
        let report = epcis::check(&bytes);
        let found: Vec<(&str, &str)> =
            report.errors.iter().map(|error| (error.rule.code(), error.at.as_str())).collect();
        assert_eq!(found, wanted, "{file}");
    }
}
