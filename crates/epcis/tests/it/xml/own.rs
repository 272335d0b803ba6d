//! Whatever one adds in namespaces of one's own comes back from XML.

use std::sync::Arc;

use epcis::model::{
    Children, Content, Event, Extension, ExtensionName, ExtensionValue, Kind, Namespaces, Number, Objects,
    Offset, Time, Transformation, Uri,
};
use epcis::xml::{Version, write};
use proptest::prelude::*;

fn name() -> impl Strategy<Value = ExtensionName> {
    let own = ("[a-zA-Z_ăế][a-z0-9._-]{0,6}", 0..4_u8).prop_map(|(local, space)| ExtensionName::Own {
        namespace: Arc::from(format!("http://{space}.example/<&'\">")),
        local: local.into(),
    });
    // A name that begins with an underscore is a remark.
    let bare = "[a-z]{6}[0-9]".prop_map(|word| ExtensionName::Bare(word.into()));
    prop_oneof![3 => own, 1 => bare]
}

fn scalar() -> impl Strategy<Value = ExtensionValue> {
    let sign = prop_oneof![
        Just('<'),
        Just('&'),
        Just(']'),
        Just('>'),
        Just('"'),
        Just(' '),
        Just('\n'),
        Just('\r'),
        Just('\t'),
        any::<char>().prop_filter("XML has it", |sign| {
            !sign.is_control() && !('\u{fffe}'..='\u{ffff}').contains(sign)
        })
    ];
    let text = proptest::collection::vec(sign, 0..8).prop_map(|signs| signs.into_iter().collect::<String>());
    prop_oneof![
        4 => text.prop_map(|text| ExtensionValue::Text(text.into())),
        1 => any::<bool>().prop_map(ExtensionValue::Bool),
        1 => Just(ExtensionValue::Null),
        1 => (-1e6..1e6_f64).prop_map(|value| ExtensionValue::Number(Number::read(&value.to_string()).unwrap())),
    ]
}

// As XML can tell it: a list has two values or more, fields at least one, each name once.
fn fields(value: impl Strategy<Value = ExtensionValue> + Clone) -> impl Strategy<Value = Vec<Extension>> {
    proptest::collection::vec((name(), value), 1..5).prop_map(|pairs| {
        let mut fields: Vec<Extension> = Vec::new();
        for (name, value) in pairs {
            if !fields.iter().any(|known| known.name == name) {
                fields.push(Extension { name, value });
            }
        }
        fields
    })
}

fn value() -> impl Strategy<Value = ExtensionValue> + Clone {
    let leaf = scalar().boxed();
    leaf.prop_recursive(4, 40, 5, |inner| {
        let one = fields(inner.clone()).prop_map(ExtensionValue::Fields).boxed();
        let flat = prop_oneof![scalar(), one.clone()];
        let list = proptest::collection::vec(flat, 2..4).prop_map(ExtensionValue::List);
        prop_oneof![one, list]
    })
}

fn event(extensions: Vec<Extension>, ilmd: Vec<Extension>) -> Content {
    let uri = |text: &str| Uri::read(text).unwrap();
    let objects = |text: &str| Objects { epcs: vec![uri(text)], quantities: Vec::new() };
    assert!(Children::of(objects("urn:x:1")).is_some());
    let (inputs, outputs) = (objects("urn:x:1"), objects("urn:x:2"));
    let kind = Kind::Transformation(Transformation { inputs, outputs, id: None, ilmd });
    let time = Time::read("2026-07-22T06:45:00+07:00").unwrap();
    let mut event = Event::new(kind, time, Offset::read("+07:00").unwrap());
    event.extensions = extensions;
    Content::Event(Box::new(event), Namespaces::default())
}

fn in_namespaces(fields: Vec<Extension>) -> Vec<Extension> {
    fields.into_iter().filter(|field| matches!(field.name, ExtensionName::Own { .. })).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn extensions_come_back(own in fields(value()), ilmd in fields(value())) {
        let content = event(in_namespaces(own), in_namespaces(ilmd));
        for version in [Version::Two, Version::OneTwo] {
            let written = write(&content, version).unwrap();
            let tree = epcis::lower(written.as_bytes()).unwrap();
            let (again, report) = epcis::check_tree(&tree);
            prop_assert!(report.is_ok(), "{:#?}\n{written}", report.errors);
            let again = again.unwrap();
            prop_assert_eq!(content.events(), again.events(), "{}", written);
        }
    }
}
