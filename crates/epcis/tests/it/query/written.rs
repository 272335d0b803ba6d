//! What is written is read as the same query.

use super::{random, url};
use epcis::query::{NamedQuery, Prefixes, Query};
use epcis::testing::Seed;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_query_goes_through_names_url_and_json(number in any::<u64>()) {
        let query = random(&mut Seed::of(number));
        let none = Prefixes::default();
        prop_assert_eq!(Query::read(&query.given(), &none), Ok(query.clone()));
        let written = query.to_url().unwrap();
        prop_assert_eq!(Query::from_url(&written, &none), Ok(query.clone()), "{}", written);
        let written = query.to_json();
        prop_assert_eq!(Query::from_json(&written, &none), Ok(query.clone()), "{}", written);
        let named = NamedQuery { name: format!("câu hỏi \"{number}\"\n"), query };
        prop_assert_eq!(NamedQuery::from_json(&named.to_json(), &none), Ok(named.clone()));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&named.to_json()).is_ok());
    }

    #[test]
    fn any_text_goes_through_json(text in "[^\\p{Cc}]{1,40}") {
        let json = serde_json::json!({"EQ_stringValue": [text], "EQ_ILMD_cbvmda:lotNumber": [text]}).to_string();
        let query = Query::from_json(&json, &Prefixes::default()).unwrap();
        prop_assert_eq!(Query::from_json(&query.to_json(), &Prefixes::default()), Ok(query.clone()));
        match query.to_url() {
            Some(written) => prop_assert_eq!(url(&written), query),
            None => prop_assert!(text.contains('|')),
        }
    }
}

#[test]
fn the_namespace_of_a_name_may_be_long() {
    let query = url(&format!("EQ_https://ns.example.org/{}/%23a=5", "x".repeat(300)));
    assert_eq!(Query::from_json(&query.to_json(), &Prefixes::default()), Ok(query));
}

#[test]
fn json_and_url_of_one_question_are_one_query() {
    let json = r#"{
        "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld", {"ex": "https://ns.example.org/voc/"}],
        "eventType": ["ObjectEvent", "TransformationEvent"],
        "GE_eventTime": "2026-01-01T00:00:00+07:00",
        "EQ_bizStep": ["shipping", "receiving"],
        "GT_quantity_KGM": 1.50,
        "EQ_ILMD_ex:best": "2026-12-31",
        "EXISTS_errorDeclaration": null,
        "EXISTS_sensorElementList": false,
        "orderBy": "eventTime",
        "eventCountLimit": 10
    }"#;
    let query = "eventType=ObjectEvent%7CTransformationEvent&GE_eventTime=2026-01-01T00:00:00+07:00\
        &EQ_bizStep=shipping|receiving&GT_quantity_KGM=1.50\
        &EQ_ILMD_https%3A%2F%2Fns.example.org%2Fvoc%2F%23best=2026-12-31&EXISTS_errorDeclaration\
        &perPage=30&nextPageToken=abc&orderBy=eventTime&eventCountLimit=10";
    assert_eq!(Query::from_json(json, &Prefixes::default()), Ok(url(query)));
}

#[test]
fn plus_is_a_space_only_in_texts() {
    let query = url("EQ_stringValue=a+b|a%2Bb&MATCH_epc=urn:epc:id:sgtin:0614141.107346.a+b\
        &GE_ILMD_cbvmda:itemExpirationDate=2026-01-01T00:00:00+07:00");
    let given = query.given();
    assert_eq!(given[2].values, ["2026-01-01T00:00:00+07:00"]);
    assert_eq!(given[0].values, ["a b", "a+b"]);
    assert_eq!(given[1].values, ["urn:epc:id:sgtin:0614141.107346.a+b"]);
}

#[test]
fn a_compact_iri_is_asked_for_written_out() {
    let prefixes = Prefixes::of_header("ex=https://ns.example.org/voc/");
    let query = Query::from_url("EQ_bizStep=ex:drying", &prefixes).unwrap();
    assert_eq!(query.given()[0].values, ["https://ns.example.org/voc/drying"]);
    assert_eq!(Query::read(&query.given(), &Prefixes::default()), Ok(query));
    let query = Query::from_url("EQ_readPoint=ex:kho&MATCH_epc=ex:hop-1", &prefixes).unwrap();
    assert_eq!(query.given()[0].values, ["https://ns.example.org/voc/kho"]);
    assert_eq!(query.given()[1].values, ["https://ns.example.org/voc/hop-1"]);
}

#[test]
fn numbers_are_written_as_numbers_where_json_can() {
    let own = "urn:epcglobal:cbv:mda#a";
    let query = url("EQ_value_CEL=1.50|-2e3&GT_quantity=%2B5&GE_cbvmda:a=7&LT_cbvmda:a=007&EXISTS_cbvmda:a");
    let wanted = format!(
        r#"{{"EQ_value_CEL":[1.50,-2e3],"GT_quantity":"+5","GE_{own}":7,"LT_{own}":"007","EXISTS_{own}":1}}"#
    );
    assert_eq!(query.to_json(), wanted);
    assert_eq!(Query::from_json(&wanted, &Prefixes::default()), Ok(query));
}
