//! Rules one by one: what breaks each, and where it is said to.

use epcis::WORDS;
use epcis::check::{Lang, MAX_FINDINGS, Rule};

const HEAD: &str = r#""@context":"https://ref.gs1.org/standards/epcis/epcis-context.jsonld","eventTime":"2026-07-22T06:45:00+07:00","eventTimeZoneOffset":"+07:00""#;

const BARE: &str = r#""eventTime":"2026-07-22T06:45:00+07:00","eventTimeZoneOffset":"+07:00""#;

// Codes and places.
type Found = Vec<(String, String)>;

// Of errors, then of warnings.
fn found(source: &str) -> (Found, Found) {
    let report = epcis::check(source.as_bytes());
    let pairs = |findings: &[epcis::check::Finding]| {
        findings.iter().map(|finding| (finding.rule.code().to_owned(), finding.at.clone())).collect()
    };
    (pairs(&report.errors), pairs(&report.warnings))
}

fn errors(members: &str) -> Found {
    found(&format!("{{{HEAD},{members}}}")).0
}

fn one(code: &str, at: &str) -> Found {
    vec![(code.to_owned(), at.to_owned())]
}

#[test]
fn each_rule_is_broken_at_its_place() {
    let object = r#""type":"ObjectEvent","epcList":["urn:epc:id:sgtin:0614141.107346.2017"]"#;
    for (members, code, at) in [
        (r#""action":"CREATE""#, "bad-action", "/action"),
        (r#""action":"OBSERVE","ilmd":{"cbvmda:lotNumber":"1"}"#, "ilmd-not-add", "/ilmd"),
        (r#""action":"ADD","ilmd":{"lotNumber":"1"}"#, "no-namespace", "/ilmd/lotNumber"),
        (r#""action":"ADD","bizStep":"urn:epcglobal:cbv:bizstep:baking""#, "unknown-word", "/bizStep"),
        (r#""action":"ADD","readPoint":{"id":"here"}"#, "bad-uri", "/readPoint/id"),
        (r#""action":"ADD","readPoint":{}"#, "missing", "/readPoint/id"),
        (r#""action":"ADD","persistentDisposition":{}"#, "nothing-set", "/persistentDisposition"),
        (r#""action":"ADD","persistentDisposition":{"set":[]}"#, "empty-list", "/persistentDisposition/set"),
        (r#""action":"ADD","recordTime":"2026-07-22T06:45:00""#, "time-without-zone", "/recordTime"),
        (r#""action":"ADD","recordTime":"2026-02-30T06:45:00Z""#, "time-range", "/recordTime"),
        (r#""action":"ADD","recordTime":"2026-07-22T06:45:60Z""#, "time-range", "/recordTime"),
        (r#""action":"ADD","recordTime":"yesterday""#, "bad-time", "/recordTime"),
        (
            r#""action":"ADD","persistentDisposition":{"set":["damaged","https://ref.gs1.org/cbv/Disp-damaged","damaged"]}"#,
            "repeated",
            "/persistentDisposition/set/2",
        ),
        (r#""action":"ADD","sourceList":[{"source":"urn:x:1"}]"#, "missing", "/sourceList/0/type"),
        (r#""action":"ADD","colour":"red""#, "unknown-field", "/colour"),
        (r#""action":"ADD","cbvmda:a":{"":1}"#, "no-namespace", "/cbvmda:a/"),
        (r#""action":"ADD","a/b~c":"red""#, "unknown-field", "/a~1b~0c"),
        (
            r#""action":"ADD","quantityList":[{"epcClass":"urn:x:1","quantity":"5"}]"#,
            "wrong-kind",
            "/quantityList/0/quantity",
        ),
        (
            r#""action":"ADD","quantityList":[{"epcClass":"urn:x:1","uom":"kg"}]"#,
            "bad-uom",
            "/quantityList/0/uom",
        ),
        (r#""action":"ADD","sensorElementList":[{}]"#, "missing", "/sensorElementList/0/sensorReport"),
        (
            r#""action":"ADD","sensorElementList":[{"sensorReport":[]}]"#,
            "no-sensor-report",
            "/sensorElementList/0/sensorReport",
        ),
        (
            r#""action":"ADD","sensorElementList":[{"sensorReport":[{"type":"Temperature","hexBinaryValue":"xy"}]}]"#,
            "bad-hex",
            "/sensorElementList/0/sensorReport/0/hexBinaryValue",
        ),
        (r#""action":"ADD","errorDeclaration":{}"#, "missing", "/errorDeclaration/declarationTime"),
        // In JSON an empty text is no empty element.
        (r#""action":"ADD","quantityList":"""#, "wrong-kind", "/quantityList"),
        (r#""action":"ADD","sourceList":"""#, "wrong-kind", "/sourceList"),
        (r#""action":"ADD","certificationInfo":"""#, "bad-uri", "/certificationInfo"),
        (r#""action":"ADD","ilmd":"""#, "wrong-kind", "/ilmd"),
    ] {
        assert_eq!(errors(&format!("{object},{members}")), one(code, at), "{members}");
    }
}

#[test]
fn a_context_is_an_address_or_an_object_or_several() {
    let rest = r#""type":"ObjectEvent","eventTime":"2026-07-22T06:45:00Z","eventTimeZoneOffset":"+07:00","action":"ADD","epcList":[]"#;
    for (context, code, at) in [
        ("7", "wrong-kind", "/@context"),
        ("null", "wrong-kind", "/@context"),
        ("[{},true]", "wrong-kind", "/@context/1"),
        (r#"[{},"context"]"#, "bad-uri", "/@context/1"),
    ] {
        assert_eq!(found(&format!(r#"{{"@context":{context},{rest}}}"#)).0, one(code, at), "{context}");
    }
}

#[test]
fn an_identifier_a_word_and_a_time_are_no_longer_than_one_may_be() {
    let long = "0".repeat(2_000);
    for (members, at) in [
        (format!(r#""eventID":"urn:x:{long}""#), "/eventID"),
        (format!(r#""bizStep":"urn:x:{long}""#), "/bizStep"),
        (format!(r#""recordTime":"2026-07-22T06:45:00.{long}Z""#), "/recordTime"),
    ] {
        let members = format!(r#""type":"ObjectEvent","action":"ADD","epcList":[],{members}"#);
        assert_eq!(errors(&members), one("long-value", at));
    }
    // What someone says in a field of one's own may be as long as the source.
    let own = format!(r#""type":"ObjectEvent","action":"ADD","epcList":[],"cbvmda:note":"{long}""#);
    assert_eq!(errors(&own), []);
}

#[test]
fn a_number_of_master_data_is_one() {
    let source = r#"{"@context":[],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-07-22T06:45:00Z",
        "epcisHeader":{"epcisMasterData":{"vocabularyList":[{"type":"urn:x:v","vocabularyElementList":[
        {"id":"urn:x:1","attributes":[{"id":"urn:x:a","attribute":1e999}]}]}]}},"epcisBody":{"eventList":[]}}"#;
    let at = "/epcisHeader/epcisMasterData/vocabularyList/0/vocabularyElementList/0/attributes/0/attribute";
    assert_eq!(found(source).0, one("bad-number", at));
}

#[test]
fn an_identifier_stands_once_in_a_list() {
    let members = r#""type":"ObjectEvent","action":"ADD","epcList":["urn:x:1","urn:x:2","urn:x:1"]"#;
    assert_eq!(errors(members), one("repeated", "/epcList/2"));
    let many: Vec<String> = (0..20).map(|number| format!("\"urn:x:{}\"", number % 19)).collect();
    let members = format!(r#""type":"ObjectEvent","action":"ADD","epcList":[{}]"#, many.join(","));
    assert_eq!(errors(&members), one("repeated", "/epcList/19"));
    // The schema has it of the objects of these events alone.
    let twice = r#"["urn:x:1","urn:x:1"]"#;
    let parent = format!(r#""action":"ADD","parentID":"urn:x:2","childEPCs":{twice}"#);
    assert_eq!(errors(&format!(r#""type":"AggregationEvent",{parent}"#)), []);
    let order =
        format!(r#""action":"ADD","epcList":{twice},"bizTransactionList":[{{"bizTransaction":"urn:x:3"}}]"#);
    assert_eq!(errors(&format!(r#""type":"TransactionEvent",{order}"#)), []);
    let made = format!(r#""type":"TransformationEvent","inputEPCList":{twice},"outputEPCList":["urn:x:4"]"#);
    assert_eq!(errors(&made), one("repeated", "/inputEPCList/1"));
}

#[test]
fn a_body_has_its_events_in_one_way() {
    let event = format!(r#"{{"type":"ObjectEvent",{BARE},"action":"OBSERVE","epcList":[]}}"#);
    let body = |members: &str| {
        let head = r#""@context":[],"schemaVersion":"2.0","creationDate":"2026-07-22T06:45:00Z""#;
        found(&format!(r#"{{{head},"type":"EPCISDocument","epcisBody":{{{members}}}}}"#)).0
    };
    assert_eq!(body(&format!(r#""event":{event}"#)), []);
    let both = format!(r#""event":{event},"eventList":[{}]"#, event.replace("OBSERVE", "LOOK"));
    let wanted = [("unknown-field", "/epcisBody/event"), ("bad-action", "/epcisBody/eventList/0/action")];
    assert_eq!(body(&both), wanted.map(|(code, at)| (code.to_owned(), at.to_owned())));
}

#[test]
fn an_association_names_its_parent_and_children() {
    // TCR-54.
    let children = r#""childEPCs":["urn:epc:id:grai:4012345.55555.987"]"#;
    let parent = r#""parentID":"https://id.gs1.org/414/4012345000054""#;
    for action in ["ADD", "DELETE", "OBSERVE"] {
        let members = format!(r#""type":"AssociationEvent","action":"{action}",{children}"#);
        assert_eq!(errors(&members), one("missing", "/parentID"), "{action}");
        let members = format!(r#""type":"AssociationEvent","action":"{action}",{children},{parent}"#);
        assert_eq!(errors(&members), [], "{action}");
    }
    for action in ["ADD", "OBSERVE"] {
        let members = format!(r#""type":"AssociationEvent","action":"{action}",{parent}"#);
        assert_eq!(errors(&members), one("no-children", ""), "{action}");
    }
    let members = format!(r#""type":"AssociationEvent","action":"DELETE",{parent}"#);
    assert_eq!(errors(&members), []);
}

#[test]
fn a_transformation_has_inputs_and_outputs_or_shares_them() {
    let input = r#""inputEPCList":["urn:x:1"]"#;
    let output = r#""outputEPCList":["urn:x:2"]"#;
    let event = |members: &str| errors(&format!(r#""type":"TransformationEvent",{members}"#));
    assert_eq!(event(input), one("no-outputs", ""));
    assert_eq!(event(output), one("no-inputs", ""));
    assert_eq!(event(&format!("{input},{output}")), []);
    let shared = r#""transformationID":"urn:x:3""#;
    assert_eq!(event(&format!("{output},{shared}")), []);
    assert_eq!(event(&format!("{input},{shared}")), []);
    assert_eq!(event(shared), one("no-inputs", ""));
}

#[test]
fn what_is_doubtful_warns_and_does_not_refuse() {
    // TCR-53, steps on time and on attributes said twice; a wrong check digit.
    let source = format!(
        r#"{{{HEAD},"type":"ObjectEvent","action":"OBSERVE","epcList":["https://id.gs1.org/01/09521141012346/21/7"],
        "sensorElementList":[{{"sensorMetadata":{{"time":"2026-07-22T06:45:01+07:00","deviceID":"urn:x:1"}},
        "sensorReport":[{{"type":"Temperature","value":4,"uom":"CEL","deviceID":"urn:x:1"}}]}}]}}"#
    );
    let wanted = [
        ("check-digit", "/epcList/0"),
        ("sensor-after-event", "/sensorElementList/0/sensorMetadata/time"),
        ("sensor-twice", "/sensorElementList/0/sensorReport/0/deviceID"),
    ];
    let (errors, warnings) = found(&source);
    assert_eq!(errors, []);
    assert_eq!(warnings, wanted.map(|(code, at)| (code.to_owned(), at.to_owned())));
}

#[test]
fn what_is_no_epcis_is_refused_as_a_whole() {
    for (source, code) in [
        ("", "cut"),
        ("{", "cut"),
        ("[1,]", "syntax"),
        (r#"{"a":1} x"#, "trailing"),
        (r#"{"a":"\ud800"}"#, "syntax"),
        ("{}", "not-epcis"),
        ("[]", "not-epcis"),
        ("7", "not-epcis"),
        (r#"{"type":"Invoice"}"#, "not-epcis"),
    ] {
        assert_eq!(found(source).0, one(code, ""), "{source}");
    }
    assert_eq!(epcis::check(b"{\"a\":\"\xff\"}").errors[0].rule, Rule::Encoding);
    let dense = format!("[{}1]", "1,".repeat(200_000));
    assert_eq!(found(&dense).0[0].0, "too-many");
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    assert_eq!(found(&deep).0[0].0, "too-deep");
    assert_eq!(found(r#"{"a":{"b/c":1,"d":2,"b/c":3}}"#).0, one("twice", "/a/b~1c"));
}

#[test]
fn event_types_of_ones_own_are_refused_by_their_name() {
    let document = |kind: &str| {
        let event = format!(
            r#"{{"type":"{kind}","eventTime":"2026-07-22T06:45:00Z","eventTimeZoneOffset":"+07:00","ex:cold":"2"}}"#
        );
        format!(
            r#"{{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{{"ex":"https://example.com/"}}],
            "type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-07-22T06:45:00Z",
            "epcisBody":{{"eventList":[{event}]}}}}"#
        )
    };
    for kind in ["ex:CoolingEvent", "https://example.com/CoolingEvent", "CoolingEvent", "QuantityEvent"] {
        assert_eq!(found(&document(kind)).0, one("event-type", "/epcisBody/eventList/0/type"), "{kind}");
        let bare = format!(r#"{{{HEAD},"type":"{kind}"}}"#);
        assert_eq!(found(&bare).0, one("event-type", "/type"), "{kind}");
    }
    assert_eq!(found(r#"{"type":"CoolingEvent"}"#).0, one("not-epcis", ""));
    // Also where its local name is one of the standard's.
    for kind in ["CoolingEvent", "ObjectEvent"] {
        let source = format!(
            r#"<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" xmlns:ex="https://example.com/" schemaVersion="2.0"
            creationDate="2026-07-22T06:45:00Z"><EPCISBody><EventList><ex:{kind}><eventTime>2026-07-22T06:45:00Z</eventTime>
            <eventTimeZoneOffset>+07:00</eventTimeZoneOffset><epcList/><action>OBSERVE</action></ex:{kind}></EventList>
            </EPCISBody></e:EPCISDocument>"#
        );
        let report = epcis::check(source.as_bytes());
        let finding = &report.errors[0];
        assert_eq!((finding.rule, report.errors.len()), (Rule::OwnEventType, 1), "{:?}", report.errors);
        assert_eq!(finding.found, format!("ex:{kind}"));
        assert!(finding.at.starts_with("/e:EPCISDocument/EPCISBody/EventList/ex:"), "{}", finding.at);
    }
}

#[test]
fn findings_are_bounded() {
    let items = vec!["1"; 1_000].join(",");
    let source = format!(r#"{{{HEAD},"type":"ObjectEvent","action":"ADD","epcList":[{items}]}}"#);
    let report = epcis::check(source.as_bytes());
    assert_eq!((report.errors.len(), report.left_out), (MAX_FINDINGS, 1_000 - MAX_FINDINGS));
}

#[test]
fn every_rule_has_its_sentence_in_both_languages() {
    for rule in Rule::ALL {
        for file in [WORDS.0, WORDS.1] {
            let key = format!("epcis-{} = ", rule.code());
            assert_eq!(file.lines().filter(|line| line.starts_with(&key)).count(), 1, "{key}");
        }
    }
    // A key of a word file has letters, digits and hyphens.
    let plain = |code: &str| {
        code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    assert!(Rule::ALL.iter().all(|rule| plain(rule.code())));
    for file in [WORDS.0, WORDS.1] {
        let keys = file.lines().filter_map(|line| line.strip_prefix("epcis-")?.split(" = ").next());
        for key in keys {
            assert!(Rule::ALL.iter().any(|rule| rule.code() == key), "{key} is the sentence of no rule");
        }
    }
}

#[test]
fn sentences_name_what_stands_there_and_what_is_wanted() {
    let source = format!(r#"{{{HEAD},"type":"ObjectEvent","action":"ADD","epcList":[],"bizStep":"baking"}}"#);
    let report = epcis::check(source.as_bytes());
    let texts = [report.errors[0].text(Lang::Vi), report.errors[0].text(Lang::En)];
    for text in &texts {
        assert!(text.contains("baking") && text.contains("bizStep") && !text.contains('{'), "{text}");
    }
    assert_ne!(texts[0], texts[1]);
}
