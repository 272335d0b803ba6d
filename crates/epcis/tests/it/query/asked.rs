//! Answers that the standard and its test requirements tell.

use std::cmp::Ordering;

use super::{event, url};
use epcis::query::Vocabularies;
use epcis::testing::vocabularies;

fn with(fields: &str) -> String {
    format!(
        r#"{{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{{"ex":"https://ns.example.org/voc/"}}],
        "type":"ObjectEvent","action":"ADD","epcList":["urn:epc:id:sgtin:0614141.107346.2017"],
        "eventTime":"2026-01-01T07:00:00+07:00","eventTimeZoneOffset":"+07:00",{fields}}}"#
    )
}

fn answers(fields: &str, cases: &[(&str, bool)]) {
    let event = event(&with(fields));
    let master = Vocabularies::of(&vocabularies());
    for (query, fits) in cases {
        assert_eq!(url(query).matches(&event, &master), *fits, "{query}");
    }
}

#[test]
fn a_temperature_is_found_in_another_unit() {
    // TCR-53, step 26.
    answers(
        r#""sensorElementList":[{"sensorReport":[{"type":"Temperature","value":26.0,"sDev":0.5,"uom":"CEL"}]}]"#,
        &[
            ("EQ_value_CEL=26", true),
            ("EQ_value_KEL=299.15", true),
            ("EQ_value_FAH=78.8", true),
            ("GE_value_KEL=299.15", true),
            ("GT_value_KEL=299.15", false),
            ("LT_value_KEL=300", true),
            ("EQ_value_KGM=26", false),
            ("EQ_value_XYZ=26", false),
            ("EQ_sDev_KEL=0.5", true),
            ("EQ_sDev_FAH=0.9", true),
            ("EQ_type=Temperature", true),
            ("EQ_type=https://gs1.org/voc/Temperature", true),
            ("EXISTS_sensorElement", true),
            ("EXISTS_sensorElementList=1", true),
        ],
    );
}

#[test]
fn what_a_sensor_and_its_reports_have_in_common_is_found_at_either() {
    // TCR-53, steps 23, 25 and 28.
    let common = r#""deviceID":"urn:x:device","deviceMetadata":"urn:x:model","rawData":"https://example.com/raw",
        "dataProcessingMethod":"urn:x:method","time":"2026-01-01T06:59:00+07:00""#;
    let report = r#""type":"Temperature","sDev":0.5,"percValue":12.7,"uom":"CEL""#;
    for sensor in [
        format!(r#"{{"sensorMetadata":{{{common}}},"sensorReport":[{{{report}}}]}}"#),
        format!(r#"{{"sensorReport":[{{{common},{report}}}]}}"#),
    ] {
        answers(
            &format!(r#""sensorElementList":[{sensor}]"#),
            &[
                ("EQ_deviceID=urn:x:device", true),
                ("EQ_deviceMetadata=urn:x:model", true),
                ("EQ_deviceMetaData=urn:x:model|urn:x:other", true),
                ("EQ_deviceMetadata=urn:x:device", false),
                ("EQ_rawData=https://example.com/raw", true),
                ("EQ_dataProcessingMethod=urn:x:method", true),
                ("EQ_time=2025-12-31T23:59:00Z", true),
                ("EQ_time=2025-12-31T23:59:01Z", false),
                ("GE_sDev=0.5", true),
                ("LT_sDev=0.5", false),
                ("GE_percValue=12.8", false),
                ("LT_percValue=12.8", true),
            ],
        );
    }
}

#[test]
fn a_quantity_is_found_with_its_unit_or_without() {
    answers(
        r#""quantityList":[{"epcClass":"urn:epc:class:lgtin:4012345.012345.998877","quantity":1.5,"uom":"TNE"},
            {"epcClass":"https://example.com/class","quantity":3}]"#,
        &[
            ("EQ_quantity_KGM=1500", true),
            ("GT_quantity_KGM=1500", false),
            ("GE_quantity_GRM=1500000", true),
            ("EQ_quantity=1.5", true),
            ("EQ_quantity=3|7", true),
            ("LT_quantity=1.5", false),
            ("EQ_quantity_KGM=3", false),
            ("MATCH_epcClass=https://id.gs1.org/01/04012345123456/10/998877", true),
        ],
    );
}

#[test]
fn a_field_of_ones_own_is_found_where_it_stands() {
    answers(
        r#""ex:count":5,"ex:code":"007","ex:day":"2026-12-31","ex:empty":"","ex:box":{"ex:count":6,"plain":"x","ex:list":["a",{"ex:deep":"b"}]},
            "ilmd":{"cbvmda:lotNumber":"L1","ex:box":{"ex:count":7}}"#,
        &[
            ("EQ_https://ns.example.org/voc/%23count=5", true),
            ("EQ_https://ns.example.org/voc/%23count=5.0", true),
            ("EQ_https://ns.example.org/voc/%23count=6", false),
            ("EQ_https://ns.example.org/voc/count=5", true),
            ("EQ_INNER_https://ns.example.org/voc/%23count=6", true),
            ("EQ_INNER_https://ns.example.org/voc/%23count=5", false),
            ("EQ_INNER_https://ns.example.org/voc/%23count=7", false),
            ("EQ_INNER_ILMD_https://ns.example.org/voc/%23count=7", true),
            ("EQ_INNER_https://ns.example.org/voc/%23deep=b", true),
            ("EQ_INNER_plain=x", true),
            ("EQ_ILMD_cbvmda:lotNumber=L1", true),
            ("EXISTS_ILMD_cbvmda:lotNumber", true),
            ("EXISTS_INNER_ILMD_cbvmda:lotNumber", false),
            ("EXISTS_https://ns.example.org/voc/%23empty", false),
            ("EXISTS_https://ns.example.org/voc/%23box", true),
            ("EQ_https://ns.example.org/voc/%23code=7", false),
            ("EQ_https://ns.example.org/voc/%23code=007", true),
            ("GE_https://ns.example.org/voc/%23day=2026-12-31", true),
            ("LT_https://ns.example.org/voc/%23day=2026-12-31T00:00:00.001Z", true),
            ("GT_https://ns.example.org/voc/%23day=5", false),
            ("GT_https://ns.example.org/voc/%23count=4.5", true),
            ("GT_ILMD_cbvmda:lotNumber=K9", true),
        ],
    );
}

#[test]
fn places_are_found_in_either_form_and_below_others() {
    answers(
        r#""bizLocation":{"id":"https://id.gs1.org/414/0614141073467/254/1234"},"readPoint":{"id":"https://example.com/farms/1","ex:shelf":"3"}"#,
        &[
            ("EQ_bizLocation=urn:epc:id:sgln:0614141.07346.1234", true),
            ("EQ_bizLocation=urn:epc:id:sgln:0614141.00777.0", false),
            ("WD_bizLocation=urn:epc:id:sgln:0614141.00777.0", true),
            ("WD_bizLocation=https://id.gs1.org/414/0614141007776", true),
            ("WD_readPoint=urn:epc:id:sgln:0614141.00777.0", true),
            ("WD_readPoint=https://example.com/farms/2", false),
            ("HASATTR_bizLocation=cbvmda:countryCode", true),
            ("HASATTR_bizLocation=cbvmda:site", false),
            ("EQATTR_bizLocation_urn:epcglobal:cbv:mda%23countryCode=LA|KH", true),
            ("EQ_ATTR_bizLocation_cbvmda:countryCode=VN", false),
            ("EQ_readPoint_https://ns.example.org/voc/%23shelf=3", true),
            ("EQ_bizLocation_https://ns.example.org/voc/%23shelf=3", false),
        ],
    );
}

#[test]
fn times_compare_as_instants_from_the_first_on_before_the_second() {
    answers(
        r#""errorDeclaration":{"declarationTime":"2026-02-01T00:00:00Z","reason":"incorrect_data"}"#,
        &[
            ("GE_eventTime=2026-01-01T00:00:00Z", true),
            ("LT_eventTime=2026-01-01T00:00:00Z", false),
            ("LT_eventTime=2026-01-01T07:00:00.001+07:00", true),
            ("GE_recordTime=2020-01-01T00:00:00Z", false),
            ("GE_errorDeclaration_Time=2026-02-01T00:00:00Z", true),
            ("EQ_errorReason=urn:epcglobal:cbv:er:incorrect_data", true),
            ("EXISTS_errorDeclaration=true", true),
            ("EXISTS_errorDeclaration=false", true),
            ("EXISTS_sensorElement=false", true),
            ("EXISTS_sensorElement=true", false),
        ],
    );
}

#[test]
fn words_of_the_vocabularies_are_one_in_all_forms() {
    let cases = [
        ("EQ_bizStep=shipping", true),
        ("EQ_bizStep=urn:epcglobal:cbv:bizstep:shipping", true),
        ("EQ_bizStep=https://ref.gs1.org/cbv/BizStep-shipping", true),
        ("EQ_bizStep=cbv:BizStep-shipping", true),
        ("EQ_bizStep=receiving", false),
        ("EQ_bizStep=receiving|shipping", true),
    ];
    for step in ["shipping", "https://ref.gs1.org/cbv/BizStep-shipping", "cbv:BizStep-shipping"] {
        answers(&format!(r#""bizStep":"{step}""#), &cases);
    }
}

#[test]
fn results_are_ordered_as_asked_and_descending_where_nothing_is_said() {
    let of = |value: &str| event(&with(&format!(r#""ex:a":{value}"#)));
    let order = |query: &str, one: &str, two: &str| url(query).order_of(&of(one), &of(two));
    let by = "orderBy=https://ns.example.org/voc/%23a";
    assert_eq!(order(by, "9", "10"), Ordering::Greater);
    assert_eq!(order(&format!("{by}&orderDirection=ASC"), "9", "10"), Ordering::Less);
    assert_eq!(order(&format!("{by}&orderDirection=ASC"), "\"b\"", "\"a\""), Ordering::Greater);
    assert_eq!(
        order(&format!("{by}&orderDirection=ASC"), "\"2026-01-02\"", "\"2026-01-01T00:00:00Z\""),
        Ordering::Greater
    );
    for direction in ["ASC", "DESC"] {
        assert_eq!(order(&format!("{by}&orderDirection={direction}"), "null", "1"), Ordering::Greater);
    }
    assert_eq!(order("", "1", "2"), Ordering::Equal);
}

#[test]
fn a_type_of_events_is_asked_for_in_each_of_its_forms() {
    answers(
        r#""bizStep":"shipping""#,
        &[
            ("eventType=ObjectEvent", true),
            ("eventType=epcis:ObjectEvent", true),
            ("eventType=https://ref.gs1.org/epcis/ObjectEvent", true),
            ("eventType=epcis:AggregationEvent", false),
        ],
    );
}
