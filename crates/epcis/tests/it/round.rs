//! What goes out of the model comes in as the same model, with the same hashes.

use epcis::cbv::Code;
use epcis::hash::{Hasher, events};
use epcis::model::{
    Content, Event, Extension, ExtensionName, ExtensionValue, Kind, Location, Namespaces, Number,
    ObjectAction, Objects, Offset, QuantityElement, SensorElement, SensorReport, Time, Uom, Uri,
};
use epcis::tree::Field;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};

use crate::corpora::{files, name};

fn model(bytes: &[u8]) -> (Content, Vec<String>) {
    let tree = epcis::lower(bytes).unwrap();
    let (content, report) = epcis::check_tree(&tree);
    let content = content.unwrap_or_else(|| panic!("{:#?}", report.errors));
    let mut hasher = Hasher::new(&tree);
    let hashes = events(&tree).map(|event| hasher.hash(event).to_string()).collect();
    (content, hashes)
}

#[test]
fn json_that_goes_out_comes_in_alike() {
    let folders =
        ["valid/json", "valid/json-events", "query/json", "food", "hash/examples", "hash/expected_equal"];
    for (folder, ending) in folders.iter().flat_map(|folder| [(folder, "json"), (folder, "jsonld")]) {
        for (path, bytes) in files(folder, ending) {
            let (content, hashes) = model(&bytes);
            let written = epcis::json::write(&content).expect("no question among these");
            let (again, same) = model(written.as_bytes());
            assert_eq!(content.events(), again.events(), "{}\n{written}", name(&path));
            assert_eq!(hashes, same, "{}\n{written}", name(&path));
            assert_eq!(epcis::json::write(&again), Some(written), "{}", name(&path));
        }
    }
}

const SPACES: [&str; 5] = [
    "https://ns.example.com/epcis/",
    "https://ns.example.com/epcis",
    "urn:x:",
    "https://gs1.org/voc/",
    "urn:epcglobal:cbv:mda",
];

fn number() -> impl Strategy<Value = Number> {
    let text = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>()
            .prop_filter("JSON has finite numbers", |number| number.is_finite())
            .prop_map(|n| n.to_string()),
        "-?(0|[1-9][0-9]{0,4})(\\.[0-9]{1,6})?([eE][+-]?[0-9]{1,2})?",
    ];
    text.prop_map(|text| Number::read(&text).unwrap())
}

fn own_name() -> impl Strategy<Value = ExtensionName> {
    let local = "[a-zA-Zêđ][a-zA-Z0-9_.:-]{0,6}";
    (prop::sample::select(&SPACES[..]), local)
        .prop_map(|(space, local)| ExtensionName::Own { namespace: space.into(), local: local.into() })
}

fn inner_name() -> impl Strategy<Value = ExtensionName> {
    let word = "[a-z]{2,4}".prop_map(|word: String| match Field::of(&word) {
        Some(field) => ExtensionName::Field(field),
        None => ExtensionName::Bare(word.into()),
    });
    prop_oneof![2 => own_name(), 1 => word]
}

fn named(
    name: impl Strategy<Value = ExtensionName>,
    value: impl Strategy<Value = ExtensionValue>,
) -> impl Strategy<Value = Vec<Extension>> {
    prop::collection::vec((name, value), 0..5).prop_map(|pairs| {
        let mut fields: Vec<Extension> = Vec::new();
        for (name, value) in pairs {
            if fields.iter().all(|known| known.name != name) {
                fields.push(Extension { name, value });
            }
        }
        fields
    })
}

fn extensions() -> impl Strategy<Value = Vec<Extension>> {
    let leaf = prop_oneof![
        "\\PC{0,12}|[\\x00-\\x1f\"\\\\]{0,4}".prop_map(|text: String| ExtensionValue::Text(text.into())),
        number().prop_map(ExtensionValue::Number),
        any::<bool>().prop_map(ExtensionValue::Bool),
        Just(ExtensionValue::Null),
    ];
    let value = leaf.prop_recursive(5, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(ExtensionValue::List),
            named(inner_name(), inner).prop_map(ExtensionValue::Fields),
        ]
    });
    named(own_name(), value)
}

proptest! {
    #[test]
    fn what_namespaces_of_ones_own_add_goes_out_and_comes_in_alike(
        ilmd in extensions(), at_event in extensions(), at_place in extensions(), at_report in extensions(),
        quantity in number(), value in number(), string in "\\PC{0,20}",
    ) {
        let uri = |text: &str| Uri::read(text).unwrap();
        let quantities =
            vec![QuantityElement { epc_class: uri("urn:x:class"), quantity: Some(quantity), uom: Uom::read("KGM") }];
        let kind = Kind::Object {
            action: ObjectAction::Add { ilmd },
            objects: Objects { epcs: vec![uri("urn:x:1")], quantities },
        };
        let time = Time::read("2026-07-22T06:45:00.125+07:00").unwrap();
        let mut event = Event::new(kind, time, Offset::read("+07:00").unwrap());
        event.read_point = Some(Location { id: uri("urn:x:2"), extensions: at_place });
        event.extensions = at_event;
        let report = SensorReport {
            kind: Code::read("Temperature").ok(),
            value: Some(value),
            string_value: Some(string.into()),
            extensions: at_report,
            ..SensorReport::default()
        };
        event.sensor_element_list = vec![SensorElement { reports: vec![report], ..SensorElement::default() }];
        let written = epcis::json::write_event(&event, &Namespaces::default());
        let (again, _) = model(written.as_bytes());
        assert_eq!(again.events(), [event], "{written}");
    }
}
