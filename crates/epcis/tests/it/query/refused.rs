//! What is refused, and why.

use super::refused;
use epcis::check::Lang;
use epcis::query::{
    MAX_FAULTS, MAX_PARAMETERS, NamedQuery, Prefixes, Query, QueryCode as Code, QueryFault, WORDS,
};
use proptest::prelude::*;

#[test]
fn a_wrong_name_or_value_is_refused_with_its_parameter() {
    for (query, code, parameter) in [
        ("EQ_bizstep=shipping", Code::UnknownParameter, "EQ_bizstep"),
        ("GT_eventTime=2026-01-01T00:00:00Z", Code::UnknownParameter, "GT_eventTime"),
        ("colour=red", Code::UnknownParameter, "colour"),
        ("GT_source_owning_party=urn:a:b", Code::UnknownParameter, "GT_source_owning_party"),
        ("EQ_bizStep=shipping&EQ_bizStep=receiving", Code::Repeated, "EQ_bizStep"),
        (
            "GE_errorDeclarationTime=2026-01-01T00:00:00Z&GE_errorDeclaration_Time=2026-01-01T00:00:00Z",
            Code::Repeated,
            "GE_errorDeclaration_Time",
        ),
        ("EQ_bizStep=", Code::NoValue, "EQ_bizStep"),
        ("EQ_bizStep", Code::NoValue, "EQ_bizStep"),
        ("EQ_bizStep=shipping||packing", Code::NoValue, "EQ_bizStep"),
        ("GE_eventTime=2026-01-01T00:00:00Z|2026-01-02T00:00:00Z", Code::OneValue, "GE_eventTime"),
        ("EQ_nope:a=1", Code::UnknownPrefix, "EQ_nope:a"),
        ("EQ_ILMD_=1", Code::BadName, "EQ_ILMD_"),
        ("HASATTR_eventTime=site", Code::UnknownField, "HASATTR_eventTime"),
        ("EQATTR_bizLocation=site", Code::UnknownField, "EQATTR_bizLocation"),
        ("GE_value_celsius=1", Code::BadUnit, "GE_value_celsius"),
        ("EQ_value_=1", Code::BadUnit, "EQ_value_"),
        ("EQ_bizStep=baking", Code::UnknownWord, "EQ_bizStep"),
        ("EQ_action=LOOK", Code::UnknownWord, "EQ_action"),
        ("EQ_bizTransaction_receipt=urn:a:b", Code::UnknownWord, "EQ_bizTransaction_receipt"),
        ("eventType=Party", Code::UnknownWord, "eventType"),
        ("EQ_bizLocation=here", Code::BadUri, "EQ_bizLocation"),
        ("MATCH_epc=urn:epc:idpat:sgtin:12.*.*", Code::BadPattern, "MATCH_epc"),
        ("MATCH_epc=urn:epc:idpat:sgtin:*.107346.*", Code::BadPattern, "MATCH_epc"),
        ("MATCH_epc=urn:epc:idpat:sgtin:0614141.107346.[9-1]", Code::BadPattern, "MATCH_epc"),
        ("GE_eventTime=2026-01-01", Code::BadTime, "GE_eventTime"),
        ("GE_eventTime=2026-02-30T00:00:00Z", Code::BadTime, "GE_eventTime"),
        ("GT_quantity=many", Code::BadNumber, "GT_quantity"),
        ("maxEventCount=-1", Code::BadCount, "maxEventCount"),
        ("orderBy=eventTime&eventCountLimit=1.5", Code::BadCount, "eventCountLimit"),
        ("EQ_booleanValue=maybe", Code::BadBoolean, "EQ_booleanValue"),
        ("EQ_hexBinaryValue=XYZ", Code::BadHex, "EQ_hexBinaryValue"),
        ("orderBy=eventTime&orderDirection=UP", Code::BadDirection, "orderDirection"),
        ("orderBy=bizStep", Code::BadOrder, "orderBy"),
        ("orderBy=eventTime&eventCountLimit=1&maxEventCount=2", Code::TwoLimits, "eventCountLimit"),
        ("eventCountLimit=1", Code::LimitWithoutOrder, "eventCountLimit"),
        ("EQ_bizStep=%zz", Code::BadEncoding, "EQ_bizStep"),
    ] {
        assert_eq!(refused(query), [(code, parameter.to_owned())], "{query}");
    }
}

#[test]
fn every_fault_is_told_not_only_the_first() {
    let codes = refused("EQ_action=LOOK&colour=red&EQ_bizStep=%zz&GT_quantity=x");
    let codes: Vec<Code> = codes.into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, [Code::BadEncoding, Code::UnknownWord, Code::UnknownParameter, Code::BadNumber]);
}

#[test]
fn json_that_is_no_query_is_refused() {
    let code = |source: &str| Query::from_json(source, &Prefixes::default()).unwrap_err()[0].code;
    assert_eq!(code("[]"), Code::NotJson);
    assert_eq!(code("{"), Code::NotJson);
    assert_eq!(code(r#"{"EQ_bizStep":{"a":1}}"#), Code::WrongKind);
    assert_eq!(code(r#"{"EQ_bizStep":[["shipping"]]}"#), Code::WrongKind);
    assert_eq!(code(r#"{"EQ_bizStep":[]}"#), Code::NoValue);
    assert_eq!(code(r#"{"EQ_bizStep":null}"#), Code::NoValue);
    assert_eq!(code(r#"{"EQ_bizStep":["shipping"],"EQ_bizStep":["packing"]}"#), Code::Repeated);
    let named = |source: &str| NamedQuery::from_json(source, &Prefixes::default()).unwrap_err()[0].code;
    assert_eq!(named(r#"{"query":{}}"#), Code::NoQueryName);
    assert_eq!(named(r#"{"name":"a"}"#), Code::NoQuery);
    assert_eq!(named(r#"{"name":"a","query":{"EQ_action":["LOOK"]}}"#), Code::UnknownWord);
}

#[test]
fn limits_hold() {
    let many: Vec<String> = (0..=MAX_PARAMETERS).map(|number| format!("a{number}=1")).collect();
    let faults = refused(&many.join("&"));
    assert_eq!(faults.len(), MAX_FAULTS);
    assert_eq!(faults[0].0, Code::TooManyParameters);
    assert_eq!(refused(&format!("EQ_stringValue={}", "a|".repeat(10_001)))[0].0, Code::TooManyValues);
    assert_eq!(refused(&format!("EQ_stringValue={}", "a".repeat(10_000)))[0].0, Code::TooLong);
}

#[test]
fn every_code_has_its_sentence_in_both_languages() {
    let fault = |code| QueryFault { code, parameter: "EQ_x".to_owned(), found: "y".to_owned() };
    for code in Code::ALL {
        for file in [WORDS.0, WORDS.1] {
            let key = format!("query-{} = ", code.code());
            assert_eq!(file.lines().filter(|line| line.starts_with(&key)).count(), 1, "{key}");
        }
        let (vi, en) = (fault(*code).text(Lang::Vi), fault(*code).text(Lang::En));
        assert!(vi != en && !vi.contains("{ $") && !en.contains("{ $"), "{vi} {en}");
    }
    for file in [WORDS.0, WORDS.1] {
        assert_eq!(file.lines().count(), Code::ALL.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let prefixes = Prefixes::of_header(&text);
        let _ = Query::from_url(&text, &prefixes);
        let _ = Query::from_json(&text, &prefixes);
        let _ = NamedQuery::from_json(&text, &prefixes);
        for name in ["MATCH_epc", "EQ_ILMD_cbvmda:a", "GE_eventTime", "orderBy", "EQATTR_bizLocation_a"] {
            let _ = Query::from_url(&format!("{name}={text}"), &prefixes);
            let _ = Query::from_url(&format!("EQ_{text}=1&HASATTR_{text}=1&EQATTR_{text}=1"), &prefixes);
        }
    }

    #[test]
    fn no_pattern_makes_it_panic(
        pattern in "(urn:epc:(idpat|id|class):(sgtin|lgtin|sscc|sgln|grai|itip|giai|cpi):|https://id.gs1.org/)[0-9é*./\\[\\]%-]{0,40}",
        uri in "(urn:epc:(idpat|id|class):(sgtin|lgtin|sscc|sgln|grai|itip|giai|cpi):|https://id.gs1.org/)[0-9é*./%-]{0,40}",
    ) {
        let source = format!(r#"{{"MATCH_epc":["{pattern}"]}}"#);
        if let Ok(query) = Query::from_json(&source, &Prefixes::default()) {
            let mut event = super::event(&super::patterns::EVENT.replace("EPC", "urn:a:b").replace("CLASS", "urn:a:c"));
            if let (epcis::model::Kind::Object { objects, .. }, Ok(uri)) =
                (&mut event.kind, epcis::model::Uri::read(&uri))
            {
                objects.epcs = vec![uri];
            }
            let _ = query.matches(&event, &());
            let _ = query.hint();
        }
    }
}

#[test]
fn the_word_in_the_name_of_a_parameter_is_what_is_wrong_with_it() {
    let faults =
        Query::from_url("EQ_bizTransaction_goods_receipt=urn:a:b", &Prefixes::default()).unwrap_err();
    let text = faults[0].text(Lang::En);
    assert!(text.contains("“goods_receipt” in “EQ_bizTransaction_goods_receipt”"), "{text}");
}
