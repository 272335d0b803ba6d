//! JSON-LD in its many forms says the same.

use epcis::hash::{Hasher, events};
use epcis::model::{Content, Event, ExtensionName};
use epcis::tree::TreeFaultKind;

const PLAIN: &str = r#"{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
{"ex":"https://ns.example.com/epcis/"}],"type":"ObjectEvent","eventTime":"2026-07-22T06:45:00+07:00",
"eventTimeZoneOffset":"+07:00","action":"ADD","bizStep":"commissioning","epcList":["urn:x:1"],
"readPoint":{"id":"urn:x:2"},"ex:plot":"B-12","ex:weight":3.250}"#;

fn read(source: &str) -> (Event, String) {
    let tree = epcis::lower(source.as_bytes()).unwrap();
    let (content, report) = epcis::check_tree(&tree);
    let Some(Content::Event(event, _)) = content else { panic!("{:#?}", report.errors) };
    let hash = Hasher::new(&tree).hash(events(&tree).next().unwrap());
    (*event, hash.to_string())
}

#[test]
fn forms_of_one_event_read_alike() {
    let plain = read(PLAIN);
    for (what, from, to) in [
        ("a keyword", r#""type""#, r#""@type""#),
        ("a compact word", r#""action""#, r#""epcis:action""#),
        ("a whole word", r#""eventTime":"#, r#""https://ref.gs1.org/epcis/eventTime":"#),
        ("a compact type", r#""ObjectEvent""#, r#""epcis:ObjectEvent""#),
        (
            "a value object",
            r#""ADD""#,
            r#"{"@value":"ADD","@type":"http://www.w3.org/2001/XMLSchema#string"}"#,
        ),
        ("a whole term", r#""commissioning""#, r#""https://ref.gs1.org/cbv/BizStep-commissioning""#),
        ("a compact term", r#""commissioning""#, r#""cbv:BizStep-commissioning""#),
        ("a URN", r#""commissioning""#, r#""urn:epcglobal:cbv:bizstep:commissioning""#),
        ("a node object", r#""commissioning""#, r#"{"@id":"cbv:BizStep-commissioning"}"#),
        ("a single value", r#"["urn:x:1"]"#, r#""urn:x:1""#),
        ("a set", r#"["urn:x:1"]"#, r#"{"@set":["urn:x:1"]}"#),
        ("a list", r#"["urn:x:1"]"#, r#"{"@list":["urn:x:1"]}"#),
        ("a node for a place", r#"{"id":"urn:x:2"}"#, r#"{"@id":"urn:x:2"}"#),
        ("a whole name", r#""ex:plot""#, r#""https://ns.example.com/epcis/plot""#),
        ("an escape", "B-12", "B\\u002d12"),
        ("space", r#""ADD","#, "\"ADD\"\r\n\t , "),
        ("another address", "ref.gs1.org/standards/epcis/", "gs1.github.io/EPCIS/"),
        (
            "a defined prefix",
            r#"{"ex":"https://ns.example.com/epcis/"}"#,
            r#"{"ex":{"@id":"https://ns.example.com/epcis/","@prefix":true}}"#,
        ),
        (
            "a vocabulary",
            r#"{"ex":"https://ns.example.com/epcis/"}"#,
            r#"{"@vocab":"https://ns.example.com/epcis/","ex":"https://ns.example.com/epcis/"}"#,
        ),
    ] {
        let source = PLAIN.replace(from, to);
        assert_ne!(source, PLAIN, "{what}");
        let (event, hash) = read(&source);
        assert_eq!((&event, &hash), (&plain.0, &plain.1), "{what}");
    }
}

#[test]
fn prefixes_are_names_of_the_writer_alone() {
    let other = PLAIN.replace("\"ex:", "\"other:").replace("\"ex\":", "\"other\":");
    assert_eq!(read(&other), read(PLAIN));
}

#[test]
fn a_prefix_that_nothing_declares_is_not_declared_by_writing() {
    // One namespace has no prefix of its own; another is declared where the name is not.
    let source = PLAIN.replace(
        r#""ex:plot""#,
        r#""ns1:a":1,"in:a":2,"https://ns.example.com/other/a":3,"ex:in":{"@context":{"in":"urn:in:"},"in:a":4},"ex:plot""#,
    );
    let (event, hash) = read(&source);
    let tree = epcis::lower(source.as_bytes()).unwrap();
    let content = epcis::check_tree(&tree).0.unwrap();
    let written = epcis::json::write(&content).unwrap();
    assert_eq!(read(&written), (event, hash), "{written}");
}

#[test]
fn a_context_counts_wherever_it_stands_in_its_object() {
    let late =
        PLAIN.replace(r#","ex:plot""#, r#","ex:inner":{"in:a":1,"@context":{"in":"urn:in:"}},"ex:plot""#);
    let (event, _) = read(&late);
    let inner = format!("{:?}", event.extensions[0].value);
    assert!(inner.contains("urn:in:"), "{inner}");
    // Outside its object it does not count.
    let outside = late.replace("\"ex:weight\"", "\"in:weight\"");
    let (event, _) = read(&outside);
    assert!(matches!(&event.extensions[2].name, ExtensionName::Bare(word) if **word == *"in:weight"));
}

#[test]
fn a_context_of_ones_own_may_give_a_prefix_another_meaning() {
    let own =
        PLAIN.replace(r#"{"ex":"#, r#"{"gs1":"urn:mine:","ex":"#).replace("\"ex:plot\"", "\"gs1:plot\"");
    let (event, _) = read(&own);
    let wanted = ExtensionName::Own { namespace: "urn:mine:".into(), local: "plot".into() };
    assert_eq!(event.extensions[0].name, wanted);
    let written = epcis::json::write_event(&event, &epcis::model::Namespaces::default());
    assert_eq!(read(&written).0, event, "{written}");
}

#[test]
fn words_that_a_context_defines_are_names() {
    let own = PLAIN.replace(r#"{"ex":"#, r#"{"plot":"https://ns.example.com/epcis/plot","ex":"#);
    let own = own.replace("\"ex:plot\"", "\"plot\"");
    assert_eq!(read(&own), read(PLAIN));
}

#[test]
fn numbers_and_truths_of_extensions_hash_as_xml_has_them() {
    let hash = |value: &str| read(&PLAIN.replace("3.250", value)).1;
    assert_eq!(hash("3.250"), hash("\"3.25\""));
    assert_eq!(hash("3.250"), hash("325e-2"));
    assert_eq!(hash("true"), hash("\"true\""));
    assert_eq!(hash("0.0"), hash("\"0\""));
    assert_eq!(hash("-0"), hash("0"));
    assert_ne!(hash("3.250"), hash("3.251"));
    // The order of members says nothing.
    let turned =
        PLAIN.replace(r#""ex:plot":"B-12","ex:weight":3.250"#, r#""ex:weight":3.250,"ex:plot":"B-12""#);
    assert_eq!(read(&turned).1, read(PLAIN).1);
}

#[test]
fn namespaces_are_bounded() {
    let refused = |context: &str| {
        let source = format!(r#"{{"@context":{context},"type":"ObjectEvent"}}"#);
        epcis::lower(source.as_bytes()).unwrap_err().kind
    };
    let many: Vec<String> = (0..300).map(|number| format!(r#""p{number}":"urn:n{number}:""#)).collect();
    assert_eq!(refused(&format!("{{{}}}", many.join(","))), TreeFaultKind::TooManySpaces);
    let many: Vec<String> = (0..300).map(|number| format!(r#""p{number}":"urn:n:""#)).collect();
    assert_eq!(refused(&format!("{{{}}}", many.join(","))), TreeFaultKind::TooManySpaces);
    let many = vec![r#"{"p":"urn:n:"}"#; 600];
    assert_eq!(refused(&format!("[{}]", many.join(","))), TreeFaultKind::TooManySpaces);
    assert_eq!(refused(&format!(r#"{{"p":"urn:{}:"}}"#, "n".repeat(300))), TreeFaultKind::TooManySpaces);
}
