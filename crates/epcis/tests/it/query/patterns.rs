//! `MATCH_`: patterns, and identifiers in either form.

use super::{event, url};

pub const EVENT: &str = r#"{
    "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],
    "type": "ObjectEvent", "action": "OBSERVE",
    "eventTime": "2026-01-01T00:00:00Z", "eventTimeZoneOffset": "+07:00",
    "epcList": ["EPC"],
    "quantityList": [{"epcClass": "CLASS"}]
}"#;

fn matches(parameter: &str, uri: &str, pattern: &str) -> bool {
    let (epc, class) = match parameter {
        "MATCH_epc" => (uri, "https://example.com/class"),
        _ => ("https://example.com/thing", uri),
    };
    let event = event(&EVENT.replace("EPC", epc).replace("CLASS", class));
    let mut query = format!("{parameter}=");
    query.extend(pattern.bytes().map(|byte| format!("%{byte:02X}")));
    url(&query).matches(&event, &())
}

#[test]
fn an_identifier_fits_in_either_form() {
    for (one, other) in [
        ("urn:epc:id:sgtin:0614141.107346.2017", "https://id.gs1.org/01/10614141073464/21/2017"),
        (
            "urn:epc:id:sgtin:0614141.107346.2017",
            "https://shop.example.com/a/b/01/10614141073464/21/2017?17=261231",
        ),
        ("urn:epc:id:sscc:0614141.1234567890", "https://id.gs1.org/00/106141412345678908"),
        ("urn:epc:id:grai:0614141.12345.400", "https://id.gs1.org/8003/00614141123452400"),
        (
            "https://id.gs1.org/01/10614141073464/21/2017",
            "https://id.gs1.org/01/10614141073464/22/2A/21/2017",
        ),
    ] {
        for (value, wanted) in [(one, other), (other, one), (one, one), (other, other)] {
            assert!(matches("MATCH_epc", value, wanted), "{value} {wanted}");
        }
    }
    assert!(!matches(
        "MATCH_epc",
        "urn:epc:id:sgtin:0614141.107346.2017",
        "urn:epc:id:sgtin:0614141.107346.201"
    ));
}

#[test]
fn a_pattern_leaves_open_what_it_says() {
    let epc = "urn:epc:id:sgtin:0614141.107346.2017";
    let link = "https://id.gs1.org/01/10614141073464/21/2017";
    for pattern in [
        "urn:epc:idpat:sgtin:0614141.107346.*",
        "urn:epc:idpat:sgtin:0614141.*.*",
        "urn:epc:idpat:sgtin:*.*.*",
        "urn:epc:idpat:sgtin:0614141.107346.[2000-2020]",
        "urn:epc:idpat:sgtin:0614141.[107000-107400].*",
        "urn:epc:id:sgtin:0614141.107346.*",
        "urn:epc:id:sgtin:0614141.107346.20*",
        "https://id.gs1.org/01/10614141073464/21/*",
        "https://example.com/01/10614141073464/21/*",
        "https://id.gs1.org/01/10614141073464/*",
        "https://id.gs1.org/01/1061414*/21/2017",
        "https://id.gs1.org/01/*/21/[2017-2017]",
    ] {
        assert!(matches("MATCH_epc", epc, pattern), "{pattern}");
        assert!(matches("MATCH_epc", link, pattern), "{pattern}");
    }
    for pattern in [
        "urn:epc:idpat:sgtin:0614141.107347.*",
        "urn:epc:idpat:sscc:0614141.*",
        "urn:epc:idpat:sgtin:0614141.107346.[3000-4000]",
        "urn:epc:class:lgtin:0614141.107346.*",
        "https://id.gs1.org/01/10614141073464/10/*",
        "https://id.gs1.org/00/*",
        "https://id.gs1.org/01/10614141073464/21/2017*8",
    ] {
        assert!(!matches("MATCH_epc", epc, pattern), "{pattern}");
        assert!(!matches("MATCH_epc", link, pattern), "{pattern}");
    }
}

#[test]
fn a_class_fits_as_the_standards_example_says() {
    // Section 8.2.7.1.1: a `*` in the event is fitted by a `*` in the pattern alone.
    let class = "urn:epc:idpat:sgtin:0614141.112345.*";
    for value in [class, "https://id.gs1.org/01/10614141123459"] {
        assert!(matches("MATCH_epcClass", value, "urn:epc:idpat:sgtin:0614141.112345.*"));
        assert!(matches("MATCH_epcClass", value, "urn:epc:idpat:sgtin:0614141.*.*"));
        assert!(!matches("MATCH_epcClass", value, "urn:epc:idpat:sgtin:0614141.112345.400"));
    }
    let lot = "urn:epc:class:lgtin:4012345.012345.998877";
    assert!(matches("MATCH_epcClass", lot, "urn:epc:class:lgtin:4012345.012345.*"));
    assert!(matches("MATCH_epcClass", lot, "https://id.gs1.org/01/04012345123456/10/*"));
    assert!(!matches("MATCH_epcClass", lot, "urn:epc:idpat:sgtin:4012345.012345.*"));
}

#[test]
fn a_pattern_that_leaves_nothing_open_names_one_thing() {
    let pattern = "urn:epc:idpat:sgtin:0614141.107346.2017";
    assert!(matches("MATCH_epc", "urn:epc:id:sgtin:0614141.107346.2017", pattern));
    assert!(matches("MATCH_epc", "https://id.gs1.org/01/10614141073464/21/2017", pattern));
    assert!(!matches("MATCH_epc", "urn:epc:id:sgtin:0614141.107346.201", pattern));
}

#[test]
fn identifiers_of_other_schemes_have_patterns() {
    let value = "urn:epc:id:gid:95100000.12345.400";
    for pattern in ["95100000.12345.*", "95100000.*.*", "*.*.*", "95100000.12345.400"] {
        assert!(matches("MATCH_epc", value, &["urn:epc:idpat:gid:", pattern].concat()), "{pattern}");
    }
    assert!(!matches("MATCH_epc", value, "urn:epc:idpat:gid:95100000.12346.*"));
    assert!(!matches("MATCH_epc", value, "urn:epc:idpat:usdod:*.*"));
}

#[test]
fn what_is_no_key_is_compared_as_text_with_stars() {
    assert!(matches("MATCH_epc", "https://example.com/crates/17", "https://example.com/crates/17"));
    assert!(matches("MATCH_epc", "https://example.com/crates/17", "https://example.com/*/17"));
    assert!(!matches("MATCH_epc", "https://example.com/crates/17", "https://example.com/crates/1_"));
    assert!(!matches("MATCH_epc", "https://example.com/crates/17", "https://example.com/crates/1"));
    assert!(!matches("MATCH_epc", "https://example.com/crates/7", "https://example.com/crates/7*7"));
}

#[test]
fn keys_whose_serial_number_is_part_of_the_value_have_patterns() {
    for (value, pattern, fits) in [
        ("urn:epc:id:grai:0614141.12345.400", "urn:epc:idpat:grai:0614141.12345.*", true),
        ("urn:epc:id:grai:0614141.12345.400", "urn:epc:idpat:grai:0614141.*.*", true),
        ("urn:epc:id:grai:0614141.12345.400", "urn:epc:id:grai:0614141.12345.4*", true),
        ("urn:epc:id:grai:0614141.12345.400", "urn:epc:idpat:grai:0614141.12346.*", false),
        ("https://id.gs1.org/8003/00614141123452400", "urn:epc:idpat:grai:0614141.12345.*", true),
        ("urn:epc:id:giai:0614141.123", "urn:epc:idpat:giai:0614141.*", true),
        ("urn:epc:id:giai:0614141.123", "urn:epc:idpat:giai:0614142.*", false),
        ("urn:epc:id:gdti:0614141.00001.1618034", "urn:epc:idpat:gdti:0614141.00001.*", true),
        ("urn:epc:id:sgln:0614141.07346.1234", "urn:epc:idpat:sgln:0614141.07346.*", true),
        ("urn:epc:id:sgln:0614141.07346.0", "urn:epc:idpat:sgln:0614141.07346.*", true),
        ("urn:epc:id:sscc:0614141.1234567890", "urn:epc:idpat:sscc:0614141.*", true),
        ("https://id.gs1.org/00/106141412345678908", "urn:epc:idpat:sscc:0614142.*", false),
    ] {
        assert_eq!(matches("MATCH_epc", value, pattern), fits, "{value} {pattern}");
    }
}
