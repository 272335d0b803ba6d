//! Names: every one of the standard's files is known, in each of its spellings.

use epcis::query::{Parameter, Prefixes, Query};

const FIELD_AREAS: [(&str, &[&str]); 8] = [
    ("", &["EQ", "GT", "GE", "LT", "LE", "EXISTS"]),
    ("ILMD_", &["EQ", "GT", "GE", "LT", "LE", "EXISTS"]),
    ("ERROR_DECLARATION_", &["EQ", "GT", "GE", "LT", "LE", "EXISTS"]),
    ("readPoint_", &["EQ"]),
    ("bizLocation_", &["EQ"]),
    ("SENSORELEMENT_", &["EQ", "GT", "GE", "LT", "LE"]),
    ("SENSORMETADATA_", &["EQ", "GT", "GE", "LT", "LE"]),
    ("SENSORREPORT_", &["EQ", "GT", "GE", "LT", "LE"]),
];

/// The names of all families, with an example for what is open in them.
fn families() -> Vec<String> {
    let mut all: Vec<String> = ["EQ_bizTransaction_po", "EQ_source_owning_party", "EQ_destination_location"]
        .map(str::to_owned)
        .into();
    for (area, operators) in FIELD_AREAS {
        for (operator, inner) in operators.iter().flat_map(|operator| [(operator, ""), (operator, "INNER_")])
        {
            all.push(format!("{operator}_{inner}{area}cbvmda:lotNumber"));
        }
    }
    for part in ["SENSORELEMENT_", "SENSORMETADATA_", "SENSORREPORT_"] {
        all.push(format!("EXISTS_{part}cbvmda:lotNumber"));
    }
    for reading in ["value", "minValue", "maxValue", "meanValue", "sDev", "percValue", "quantity"] {
        all.extend(["GE", "LT", "GT", "LE"].map(|operator| format!("{operator}_{reading}_CEL")));
    }
    all.extend(
        ["EQ_value_CEL", "EQ_quantity_KGM", "HASATTR_cbvmda:lotNumber", "EQ_ATTR_bizLocation_site"]
            .map(str::to_owned),
    );
    all
}

#[test]
fn all_108_families_are_read() {
    let families = families();
    assert_eq!(families.len(), 108);
    for name in families {
        assert!(Parameter::read(&name, &Prefixes::default()).is_ok(), "{name}");
    }
}

#[test]
fn all_60_fixed_names_are_read() {
    let known: Vec<&str> = Query::fixed_names().collect();
    for (_, bytes) in crate::corpora::files("schema", "json") {
        let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let described = file["paths"]["/events"]["get"]["parameters"].as_array().cloned().unwrap_or_default();
        let names = described.iter().filter_map(|each| each["$ref"].as_str()?.rsplit('/').next());
        // Headers and pages are none of the query.
        for name in
            names.filter(|name| !name.contains("GS1-") && !["PerPage", "NextPageToken"].contains(name))
        {
            assert!(known.contains(&name), "{name}");
        }
    }
    // Of the schema and not of the description.
    for name in [
        "EXISTS_sensorElementList",
        "GE_time",
        "LT_time",
        "GE_percRank",
        "LT_percRank",
        "GT_percRank",
        "LE_percRank",
    ] {
        assert!(known.contains(&name), "{name}");
    }
}

#[test]
fn spellings_that_differ_in_the_standards_files_are_one_parameter() {
    let read = |name: &str| Parameter::read(name, &Prefixes::default()).unwrap();
    for (one, other) in [
        ("GE_errorDeclarationTime", "GE_errorDeclaration_Time"),
        ("LT_errorDeclarationTime", "LT_errorDeclaration_Time"),
        ("EQATTR_bizLocation_cbvmda:site", "EQ_ATTR_bizLocation_cbvmda:site"),
        ("EXISTS_sensorElement", "EXISTS_sensorElementList"),
        ("EQ_cbvmda:lotNumber", "EQ_urn:epcglobal:cbv:mda#lotNumber"),
        ("EQ_bizTransaction_po", "EQ_bizTransaction_urn:epcglobal:cbv:btt:po"),
        ("EQ_bizTransaction_po", "EQ_bizTransaction_https://ref.gs1.org/cbv/BTT-po"),
        ("EQ_http://a.example/b#c", "EQ_http://a.example/b##c"),
    ] {
        assert_eq!(read(one), read(other));
    }
}

#[test]
fn a_prefix_is_of_the_standard_or_of_the_header() {
    let header = Prefixes::of_header("ex=https://ns.example.org/voc/, other = urn:own:space");
    for (name, long) in [
        ("EQ_ILMD_ex:a", "EQ_ILMD_https://ns.example.org/voc/#a"),
        ("EXISTS_INNER_other:b_c", "EXISTS_INNER_urn:own:space#b_c"),
        ("HASATTR_ex:place", "HASATTR_https://ns.example.org/voc/#place"),
        ("EQATTR_ex:place_cbvmda:site", "EQATTR_https://ns.example.org/voc/#place_cbvmda:site"),
        ("EQ_source_ex:owner", "EQ_source_https://ns.example.org/voc/owner"),
    ] {
        let short = Parameter::read(name, &header).unwrap();
        assert_eq!(short, Parameter::read(long, &Prefixes::default()).unwrap(), "{name}");
        assert!(Parameter::read(&short.name(), &Prefixes::default()).is_ok(), "{name}");
    }
    assert!(Parameter::read("EQ_ex:a", &Prefixes::default()).is_err());
}

#[test]
fn a_namespace_is_an_iri_and_never_a_word_of_the_query_language() {
    let header = Prefixes::of_header("ex=ILMD_://example.org/, own=here");
    for name in ["EQ_ex:a", "EQ_own:a", "EQ_here#a", "GT_ILMD[ex:#a"] {
        assert!(Parameter::read(name, &header).is_err(), "{name}");
    }
}

#[test]
fn a_name_that_is_written_is_read_again() {
    let prefixes = Prefixes::default();
    for name in Query::fixed_names().map(str::to_owned).chain(families()) {
        let parameter = Parameter::read(&name, &prefixes).unwrap();
        assert_eq!(Parameter::read(&parameter.name(), &prefixes), Ok(parameter), "{name}");
    }
}

#[test]
fn the_beginnings_of_families_are_those_that_are_read() {
    let begins: Vec<String> = Query::families().collect();
    for name in families() {
        assert!(begins.iter().any(|begin| name.starts_with(begin.as_str())), "{name}");
    }
    let ends = ["po", "owning_party", "CEL", "cbvmda:lotNumber", "bizLocation_site"];
    for begin in begins {
        let reads = |end: &&str| Parameter::read(&format!("{begin}{end}"), &Prefixes::default()).is_ok();
        assert!(ends.iter().any(reads), "{begin}");
    }
}
