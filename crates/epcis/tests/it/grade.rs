//! Which grade of CBV an event reaches: rule by rule, over the corpora, and as properties.

use epcis::check::Lang;
use epcis::grade::{CbvGrade, GradeRule, MAX_REASONS, WORDS, grade, graded};
use epcis::model::Event;
use epcis::testing::Seed;
use proptest::prelude::*;

use crate::corpora::{files, name};

const HEAD: &str = r#""@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{"ex":"https://example.com/"}],"eventTime":"2026-07-22T06:45:00+07:00","eventTimeZoneOffset":"+07:00""#;

fn event(members: &str) -> Event {
    let source = format!("{{{HEAD},{members}}}");
    let tree = epcis::lower(source.as_bytes()).unwrap();
    let (content, report) = epcis::check_tree(&tree);
    assert!(report.is_ok(), "{members}: {:?}", report.errors);
    content.unwrap().events()[0].clone()
}

fn reasons(members: &str) -> (CbvGrade, Vec<(&'static str, String)>) {
    let event = event(members);
    let told = graded(&event);
    assert_eq!(grade(&event), told.grade);
    (told.grade, told.reasons.into_iter().map(|reason| (reason.rule.code(), reason.at)).collect())
}

const ITEM: &str = r#""epcList":["https://id.gs1.org/01/08930000000019/21/7"]"#;
const STEP: &str = r#""bizStep":"shipping""#;

/// An object event of the standard's words, and more.
fn object(more: &str) -> String {
    format!(r#""type":"ObjectEvent","action":"OBSERVE",{STEP},{ITEM}{more}"#)
}

fn one(grade: CbvGrade, code: &'static str, at: &str) -> (CbvGrade, Vec<(&'static str, String)>) {
    (grade, vec![(code, at.to_owned())])
}

#[test]
fn what_cbv_names_field_by_field_is_compliant() {
    for more in [
        "",
        r#","disposition":"in_transit","eventID":"urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6""#,
        r#","eventID":"ni:///sha-256;df7bb3c352fef055578554f09f5e2aa41782150ced7bd0b8af24dd3ccb30ba69?ver=CBV2.0""#,
        r#","readPoint":{"id":"urn:epc:id:sgln:0614141.00729.dock"},"bizLocation":{"id":"https://shop.vn/414/8930000000026"}"#,
        r#","readPoint":{"id":"geo:10.7,106.6"}"#,
        r#","readPoint":{"id":"https://example.com/plant/loc/7"},"bizLocation":{"id":"urn:sector:example.com:loc:7"}"#,
        r#","bizTransactionList":[{"type":"po","bizTransaction":"urn:epcglobal:cbv:bt:0614141073467:1152"},
            {"bizTransaction":"urn:epc:id:gdti:0614141.06012.1234"},{"bizTransaction":"https://example.com/bt/7"}]"#,
        r#","sourceList":[{"type":"owning_party","source":"urn:epc:id:pgln:0614141.00777"},
            {"type":"location","source":"https://id.gs1.org/414/8930000000026/254/A"},
            {"type":"possessing_party","source":"https://id.gs1.org/417/8930000000026"}]"#,
        r#","quantityList":[{"epcClass":"urn:epc:class:lgtin:4012345.012345.998877","quantity":2},
            {"epcClass":"https://id.gs1.org/01/08930000000019/10/L1","quantity":2,"uom":"KGM"},
            {"epcClass":"urn:epc:idpat:sgtin:4012345.098765.*","quantity":2}]"#,
        r#","persistentDisposition":{"set":["completeness_verified"],"unset":["https://ref.gs1.org/cbv/Disp-unknown"]}"#,
        r#","errorDeclaration":{"declarationTime":"2026-08-01T00:00:00Z","reason":"did_not_occur"}"#,
        r#","ex:price":"12""#,
    ] {
        assert_eq!(reasons(&object(more)), (CbvGrade::Compliant, Vec::new()), "{more}");
    }
}

/// What is added to an object event, the grade that is left, the rule, and where.
const SHORTFALLS: &[(&str, CbvGrade, &str, &str)] = &[
    (r#","disposition":"https://example.com/disp/7""#, CbvGrade::Compatible, "own-word", "/disposition"),
    (r#","disposition":"ex:seven""#, CbvGrade::Compatible, "own-word", "/disposition"),
    (r#","disposition":"https://ref.gs1.org/cbv/Disp-seven""#, CbvGrade::Neither, "gs1-word", "/disposition"),
    (r#","disposition":"cbv:Disp-seven""#, CbvGrade::Neither, "gs1-word", "/disposition"),
    (r#","disposition":"https:///seven""#, CbvGrade::Neither, "nobodys-uri", "/disposition"),
    (r#","disposition":"urn:x:1""#, CbvGrade::Neither, "nobodys-uri", "/disposition"),
    (
        r#","persistentDisposition":{"unset":["active","ex:seven"]}"#,
        CbvGrade::Compatible,
        "own-word",
        "/persistentDisposition/unset/1",
    ),
    (
        r#","readPoint":{"id":"https://example.com/here"}"#,
        CbvGrade::Compatible,
        "own-identifier",
        "/readPoint/id",
    ),
    (
        r#","readPoint":{"id":"urn:epc:id:pgln:0614141.00777"}"#,
        CbvGrade::Compatible,
        "other-identifier",
        "/readPoint/id",
    ),
    (
        r#","readPoint":{"id":"urn:epc:id:sgln:0614141.729.0"}"#,
        CbvGrade::Neither,
        "gs1-identifier",
        "/readPoint/id",
    ),
    (
        r#","readPoint":{"id":"https://id.gs1.org/414/8930000000021"}"#,
        CbvGrade::Neither,
        "gs1-identifier",
        "/readPoint/id",
    ),
    (
        r#","readPoint":{"id":"https://id.gs1.org/414/8930000000026?x=1"}"#,
        CbvGrade::Compatible,
        "loose-link",
        "/readPoint/id",
    ),
    (r#","bizLocation":{"id":"geo:10.7,106.6"}"#, CbvGrade::Compatible, "own-identifier", "/bizLocation/id"),
    (
        r#","quantityList":[{"epcClass":"https://id.gs1.org/01/08930000000019/21/7"}]"#,
        CbvGrade::Compatible,
        "other-identifier",
        "/quantityList/0/epcClass",
    ),
    (
        r#","bizTransactionList":[{"type":"ex:deal","bizTransaction":"https://example.com/bt/7"}]"#,
        CbvGrade::Compatible,
        "own-word",
        "/bizTransactionList/0/type",
    ),
    (
        r#","bizTransactionList":[{"bizTransaction":"urn:epcglobal:cbv:bt:456"}]"#,
        CbvGrade::Neither,
        "gs1-identifier",
        "/bizTransactionList/0/bizTransaction",
    ),
    (
        r#","destinationList":[{"type":"owning_party","destination":"urn:epc:id:sgln:0614141.00729.dock"}]"#,
        CbvGrade::Compatible,
        "other-identifier",
        "/destinationList/0/destination",
    ),
    (r#","eventID":"https://example.com/events/7""#, CbvGrade::Compatible, "own-event-id", "/eventID"),
    (
        r#","sensorElementList":[{"sensorReport":[{"type":"ex:Smell","value":1}]}]"#,
        CbvGrade::Compatible,
        "own-word",
        "/sensorElementList/0/sensorReport/0/type",
    ),
];

#[test]
fn each_rule_takes_its_grade_at_its_place() {
    let declared = |reason: &str| {
        format!(
            r#","errorDeclaration":{{"declarationTime":"2026-08-01T00:00:00Z","reason":"{reason}",
            "correctiveEventIDs":["urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"]}}"#
        )
    };
    assert_eq!(reasons(&object(&declared("incorrect_data"))).0, CbvGrade::Compliant);
    let nothing = one(CbvGrade::Compatible, "nothing-to-correct", "/errorDeclaration/correctiveEventIDs");
    assert_eq!(reasons(&object(&declared("did_not_occur"))), nothing);
    for (more, grade, code, at) in SHORTFALLS {
        assert_eq!(reasons(&object(more)), one(*grade, code, at), "{more}");
    }
    let without = object("").replace(&format!("{STEP},"), "");
    assert_eq!(reasons(&without), one(CbvGrade::Compatible, "no-biz-step", "/bizStep"));
    let lot = object("").replace("/21/7", "/10/L1");
    assert_eq!(reasons(&lot), one(CbvGrade::Compatible, "other-identifier", "/epcList/0"));
}

#[test]
fn parents_of_associations_may_be_places_and_transformations_have_documents() {
    let children = r#""action":"ADD","bizStep":"installing","childEPCs":["urn:epc:id:giai:0614141.7"]"#;
    let held = |kind: &str| {
        reasons(&format!(r#""type":"{kind}",{children},"parentID":"urn:epc:id:sgln:0614141.00729.0""#))
    };
    assert_eq!(held("AssociationEvent").0, CbvGrade::Compliant);
    assert_eq!(held("AggregationEvent"), one(CbvGrade::Compatible, "other-identifier", "/parentID"));
    let made = |id: &str| {
        reasons(&format!(
            r#""type":"TransformationEvent","bizStep":"commissioning","inputEPCList":["urn:epc:id:sgtin:4012345.011122.25"],
            "outputEPCList":["urn:epc:id:sgtin:4012345.077889.25"],"transformationID":"{id}""#
        ))
    };
    assert_eq!(made("urn:epc:id:gdti:0614141.06012.1234").0, CbvGrade::Compliant);
    assert_eq!(made("urn:epcglobal:cbv:xform:8930000000026:7").0, CbvGrade::Compliant);
    let other = one(CbvGrade::Compatible, "other-identifier", "/transformationID");
    assert_eq!(made("urn:epcglobal:cbv:bt:8930000000026:7"), other);
}

/// Of the standard's own examples, by hand: file, event, grade, and what keeps it from the next.
const EXAMPLES: [(&str, usize, CbvGrade, &[&str]); 8] = [
    ("AggregationEvent.json", 0, CbvGrade::Compliant, &[]),
    // Links of one's own domain are GS1 identifiers too.
    ("TransformationEvent_with_digitalLink.json", 0, CbvGrade::Compliant, &[]),
    // Fields in a namespace of one's own cost nothing.
    ("AssociationEvent_with_userExtensions.json", 0, CbvGrade::Compliant, &[]),
    // The purchase order is an address of no form that CBV names.
    ("ObjectEvent.json", 0, CbvGrade::Compatible, &["own-identifier"]),
    ("ObjectEvent_with_custom_bizStep_uri.json", 0, CbvGrade::Compatible, &["own-word"]),
    ("JumbledFieldsOrder.json", 0, CbvGrade::Compatible, &["own-word"]),
    // A word of one's own in GS1's namespace.
    ("CurieString_document.json", 0, CbvGrade::Neither, &["own-identifier", "gs1-word"]),
    // Two of its three transactions name a GLN with a wrong check digit, the third is a UUID.
    (
        "AggregationEvent_with_persistentDisposition.json",
        0,
        CbvGrade::Neither,
        &["gs1-identifier", "gs1-identifier", "own-identifier"],
    ),
];

fn events(bytes: &[u8]) -> Vec<Event> {
    let tree = epcis::lower(bytes).unwrap();
    epcis::check_tree(&tree).0.unwrap().events().to_vec()
}

#[test]
fn examples_of_the_standard_reach_their_grade() {
    for (path, bytes) in files("valid/json", "json") {
        for (_, at, grade, codes) in EXAMPLES.iter().filter(|(file, ..)| *file == name(&path)) {
            let told = graded(&events(&bytes)[*at]);
            let found: Vec<&str> = told.reasons.iter().map(|reason| reason.rule.code()).collect();
            assert_eq!((told.grade, found.as_slice()), (*grade, *codes), "{}", name(&path));
        }
    }
}

#[test]
fn one_event_has_one_grade_in_json_and_xml() {
    let others = files("valid/xml", "xml");
    let mut compared = 0;
    for (path, bytes) in files("valid/json", "json") {
        let Some((_, other)) = others.iter().find(|(other, _)| other.file_stem() == path.file_stem()) else {
            continue;
        };
        let grades = |bytes: &[u8]| events(bytes).iter().map(grade).collect::<Vec<_>>();
        assert_eq!(grades(&bytes), grades(other), "{}", name(&path));
        compared += 1;
    }
    assert!(compared > 30 || others.is_empty());
}

#[test]
fn reasons_are_bounded() {
    let epcs: Vec<String> = (0..200).map(|n| format!(r#""https://example.com/{n}""#)).collect();
    let event = event(&object("").replace(r#""https://id.gs1.org/01/08930000000019/21/7""#, &epcs.join(",")));
    let told = graded(&event);
    assert_eq!((told.reasons.len(), told.left_out), (MAX_REASONS, 200 - MAX_REASONS));
}

#[test]
fn every_rule_has_its_sentence_in_both_languages() {
    for file in [WORDS.0, WORDS.1] {
        let keys: Vec<&str> = file.lines().filter_map(|line| line.split(" = ").next()).collect();
        let wanted: Vec<String> =
            GradeRule::ALL.iter().map(|rule| format!("grade-{}", rule.code())).collect();
        assert_eq!(keys, wanted);
    }
    let told = graded(&event(&object(r#","disposition":"ex:seven""#)));
    for lang in [Lang::Vi, Lang::En] {
        let text = told.reasons[0].text(lang);
        assert!(text.contains("ex:seven") && !text.contains('{'), "{text}");
    }
}

/// The random event of a number, as JSON-LD without its end.
fn random(number: u64) -> (String, Event) {
    let source = epcis::testing::event(&mut Seed::of(number), 1);
    let event = events(source.as_bytes()).remove(0);
    (source, event)
}

proptest! {
    #[test]
    fn the_grade_is_the_least_that_a_reason_leaves(number in any::<u64>()) {
        let (_, event) = random(number);
        let told = graded(&event);
        prop_assert_eq!(grade(&event), told.grade);
        let least = told.reasons.iter().map(|reason| reason.rule.at_most()).min();
        prop_assert_eq!(told.grade, least.unwrap_or(CbvGrade::Compliant));
    }

    #[test]
    fn what_is_read_back_has_the_same_grade(number in any::<u64>()) {
        let (source, event) = random(number);
        let tree = epcis::lower(source.as_bytes()).unwrap();
        let content = epcis::check_tree(&tree).0.unwrap();
        prop_assert_eq!(grade(&events(epcis::json::write(&content).unwrap().as_bytes())[0]), grade(&event));
    }

    #[test]
    fn fields_of_ones_own_cost_no_grade(number in any::<u64>()) {
        let (source, event) = random(number);
        let more = source.trim_end().strip_suffix('}').unwrap().to_owned() + r#","ex:added":"7"}"#;
        prop_assert_eq!(graded(&events(more.as_bytes())[0]), graded(&event));
    }

    #[test]
    fn a_step_of_ones_own_leaves_an_event_compatible_at_most(number in any::<u64>()) {
        let (_, mut event) = random(number);
        let before = grade(&event);
        event.biz_step = Some(epcis::cbv::BizStep::read("https://example.com/steps/baking").unwrap());
        prop_assert_eq!(grade(&event), before.min(CbvGrade::Compatible));
    }

    #[test]
    fn no_identifier_panics(text in "\\PC{0,40}", begin in prop::sample::select(vec![
        "", "urn:", "urn:epc:id:sgtin:", "https://", "https://id.gs1.org/", "urn:epcglobal:cbv:bt:", "geo:", "ni:///",
    ])) {
        if let Ok(uri) = epcis::model::Uri::read(&format!("{begin}{text}")) {
            let mut event = event(&object(""));
            event.read_point = Some(epcis::model::Location { id: uri.clone(), extensions: Vec::new() });
            event.event_id = Some(uri);
            prop_assert_eq!(grade(&event), graded(&event).grade);
        }
    }
}
