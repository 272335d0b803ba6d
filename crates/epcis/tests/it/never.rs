//! Nothing that comes in makes anything panic, and nothing that is read is lost.

use std::time::{Duration, Instant};

use epcis::hash::{Hasher, events};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::Config;

fn all(bytes: &[u8]) {
    let report = epcis::check(bytes);
    let Ok(tree) = epcis::lower(bytes) else {
        assert!(!report.is_ok());
        return;
    };
    let mut hasher = Hasher::new(&tree);
    events(&tree).for_each(|event| {
        hasher.hash(event);
    });
    if let (Some(content), _) = epcis::check_tree(&tree) {
        assert!(epcis::json::write(&content).is_some());
    }
}

// JSON that looks like EPCIS often enough to reach every corner.
fn words() -> impl Strategy<Value = String> {
    let fields = prop::sample::select(epcis::tree::Field::ALL).prop_map(|field| field.word().to_owned());
    prop_oneof![4 => fields, 1 => "[a-z]{1,4}:[a-z]{0,4}", 1 => ".{0,6}"]
}

fn value() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("\"urn:epc:id:sgtin:0614141.107346.2017\"".to_owned()),
        Just("\"https://id.gs1.org/01/09521141012345/21/2017?11=1\"".to_owned()),
        Just("\"2026-07-22T06:45:00.9995+07:00\"".to_owned()),
        Just("\"ObjectEvent\"".to_owned()),
        Just("\"ADD\"".to_owned()),
        Just("\"EPCISDocument\"".to_owned()),
        any::<f64>().prop_map(|number| format!("{number:?}").replace("NaN", "0").replace("inf", "1e999")),
        Just("true".to_owned()),
        Just("null".to_owned()),
        words().prop_map(|word| format!("{word:?}")),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        let member = (words(), inner.clone()).prop_map(|(key, value)| format!("{key:?}:{value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(member, 0..8).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}

proptest! {
    #![proptest_config(Config { cases: 512, ..Config::default() })]

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        all(&bytes);
    }

    #[test]
    fn texts_never_panic(text in ".{0,200}") {
        all(text.as_bytes());
    }

    #[test]
    fn documents_never_panic(value in value(), event in value()) {
        all(value.as_bytes());
        let frame = r#"{"@context":{"a":"urn:a:"},"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":["#;
        all(format!("{frame}{event}]}}}}").as_bytes());
        all(format!(r#"{{"@context":[],"type":"ObjectEvent","x:y":{value},"ilmd":{event}}}"#).as_bytes());
    }

    #[test]
    fn a_cut_source_never_panics(cut in 0_usize..1_000, value in value()) {
        let text = format!(r#"{{"type":"ObjectEvent","a:b":{value}}}"#);
        let mut end = cut.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        all(&text.as_bytes()[..end]);
    }
}

// Time grows with the length: sources that once looked at everything for each of their parts.
#[test]
fn large_sources_take_linear_time() {
    let head = r#""@context":{"a":"urn:a:"},"type":"ObjectEvent""#;
    let own: Vec<String> = (0..40_000).map(|number| format!(r#""a:x{number}":1"#)).collect();
    let own = own.join(",");
    let report = r#"{"type":"Temperature","deviceID":"urn:x:1"}"#;
    let reports = vec![report; 40_000].join(",");
    let words: Vec<String> = (0..40_000).map(|number| format!(r#""urn:d:{number}""#)).collect();
    let sources = [
        format!(r#"{{{head},{own}}}"#),
        format!(
            r#"{{{head},"sensorElementList":[{{"sensorMetadata":{{{own}}},"sensorReport":[{reports}]}}]}}"#
        ),
        format!(r#"{{{head},"persistentDisposition":{{"set":[{}]}}}}"#, words.join(",")),
        format!(r#"{{{head},"epcList":[{}]}}"#, words.join(",")),
        format!(r#"{{{head},"a:ignoreFields":[{}],{own}}}"#, words.join(",")),
    ];
    for source in sources {
        let start = Instant::now();
        all(source.as_bytes());
        assert!(start.elapsed() < Duration::from_secs(10), "{}", &source[..200]);
    }
}
