//! Random events as JSON-LD.

use super::Seed;
use super::values::{
    CLASSES, DEVICES, DOCUMENTS, EPCS, NAMES, NAMESPACE, OWN_VALUES, PARTIES, PLACES, READINGS, STATES,
    STEPS, TIMES,
};
use crate::check_tree;
use crate::model::{Content, Event, VocabularyList};

const OBJECTS: usize = 4;

/// The identifier of the event of that number.
#[must_use]
pub fn event_id(number: usize) -> String {
    format!("urn:uuid:00000000-0000-4000-8000-{number:012}")
}

/// A random event as JSON-LD. Its identifier, where it has one, is that of its number.
#[must_use]
pub fn event(seed: &mut Seed, number: usize) -> String {
    let mut all = vec![
        format!("\"@context\":[\"{}\",{{\"ex\":\"{NAMESPACE}\"}}]", crate::json::CONTEXT),
        member("eventTime", seed.pick(TIMES)),
        member("eventTimeZoneOffset", "+07:00"),
    ];
    all.extend(kind(seed));
    for (name, from) in [("recordTime", TIMES), ("bizStep", STEPS), ("disposition", STATES)] {
        if !seed.once_in(3) {
            all.push(member(name, seed.pick(from)));
        }
    }
    if !seed.once_in(3) {
        all.push(member("eventID", &event_id(number)));
    }
    if seed.once_in(3) {
        let (set, unset) = (seed.pick(STATES), seed.pick(STATES));
        all.push(format!("\"persistentDisposition\":{{\"set\":[\"{set}\"],\"unset\":[\"{unset}\"]}}"));
    }
    for name in ["readPoint", "bizLocation"] {
        if seed.once_in(2) {
            let own = own(seed, 3).into_iter().fold(String::new(), |all, each| all + "," + &each);
            all.push(format!("\"{name}\":{{\"id\":\"{}\"{own}}}", seed.pick(PLACES)));
        }
    }
    for (list, name) in [("sourceList", "source"), ("destinationList", "destination")] {
        if seed.once_in(3) {
            let kind = seed.pick(&["owning_party", "possessing_party", "https://example.com/types/1"]);
            all.push(format!("\"{list}\":[{{\"type\":\"{kind}\",\"{name}\":\"{}\"}}]", seed.pick(PARTIES)));
        }
    }
    if seed.once_in(4) {
        all.push(error_declaration(seed));
    }
    if seed.once_in(2) {
        let count = 1 + seed.below(2);
        let elements: Vec<String> = (0..count).map(|_| sensor_element(seed)).collect();
        all.push(format!("\"sensorElementList\":[{}]", elements.join(",")));
    }
    all.extend(own(seed, 2));
    format!("{{{}}}", all.join(","))
}

fn member(name: &str, text: &str) -> String {
    format!("\"{name}\":\"{text}\"")
}

fn list(name: &str, items: &[&str]) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
    format!("\"{name}\":[{}]", items.join(","))
}

fn quantities(seed: &mut Seed, name: &str) -> String {
    let count = seed.below(OBJECTS);
    let items: Vec<String> = (0..count).map(|_| quantity(seed)).collect();
    format!("\"{name}\":[{}]", items.join(","))
}

fn quantity(seed: &mut Seed) -> String {
    let class = seed.pick(CLASSES);
    match seed.below(3) {
        0 => format!("{{\"epcClass\":\"{class}\"}}"),
        1 => format!("{{\"epcClass\":\"{class}\",\"quantity\":{}}}", seed.pick(&["2", "10", "1.5"])),
        _ => {
            let amount = seed.pick(&["1.5", "1500", "1500.0", "2"]);
            format!(
                "{{\"epcClass\":\"{class}\",\"quantity\":{amount},\"uom\":\"{}\"}}",
                seed.pick(&["KGM", "GRM"])
            )
        }
    }
}

// What the type of an event says alone.
fn kind(seed: &mut Seed) -> Vec<String> {
    let action = seed.pick(&["ADD", "OBSERVE", "DELETE"]);
    let transactions = {
        let kind = seed.pick(&["\"type\":\"po\",", "\"type\":\"https://example.com/types/1\",", ""]);
        format!("\"bizTransactionList\":[{{{kind}\"bizTransaction\":\"{}\"}}]", seed.pick(DOCUMENTS))
    };
    let ilmd = own(seed, 1);
    let ilmd = format!("\"ilmd\":{{{}}}", ilmd.join(","));
    let epcs = list("epcList", &seed.some(EPCS));
    let parent = member("parentID", seed.pick(EPCS));
    let children = [list("childEPCs", &seed.some(EPCS)), quantities(seed, "childQuantityList")];
    let mut all = match seed.below(5) {
        0 => {
            let mut all = vec![member("type", "ObjectEvent"), epcs, quantities(seed, "quantityList")];
            all.extend((action == "ADD").then_some(ilmd));
            all
        }
        1 => vec![member("type", "AggregationEvent"), parent],
        2 => vec![member("type", "TransactionEvent"), transactions.clone(), epcs, parent],
        3 => vec![
            member("type", "TransformationEvent"),
            list("inputEPCList", &seed.some(EPCS)),
            list("outputEPCList", &seed.some(EPCS)),
            quantities(seed, "inputQuantityList"),
            quantities(seed, "outputQuantityList"),
            member(
                "transformationID",
                seed.pick(&["urn:uuid:t1", "https://id.gs1.org/253/06141410000121618034"]),
            ),
            ilmd,
        ],
        _ => vec![member("type", "AssociationEvent"), parent],
    };
    let of = |name: &str, all: &[String]| all[0].ends_with(name);
    if of("AggregationEvent\"", &all) || of("AssociationEvent\"", &all) {
        all.extend(children);
    }
    if !of("TransformationEvent\"", &all) {
        all.push(member("action", action));
    }
    if !of("TransactionEvent\"", &all) && seed.once_in(2) {
        all.push(transactions);
    }
    all
}

// At most so many fields of one's own, of different names.
fn own(seed: &mut Seed, rare: usize) -> Vec<String> {
    let mut all = Vec::new();
    for name in NAMES {
        if seed.once_in(rare) {
            let value = own_value(seed, 3);
            all.push(format!("\"ex:{name}\":{value}"));
        }
    }
    if seed.once_in(rare + 1) {
        all.push(format!("\"cbvmda:lotNumber\":{}", seed.pick(OWN_VALUES)));
    }
    all
}

fn own_value(seed: &mut Seed, depth: usize) -> String {
    if depth > 0 && seed.once_in(3) {
        let (one, two) = (own_value(seed, depth - 1), own_value(seed, depth - 1));
        let second = seed.pick(&["ex:b_c", "plain"]);
        let fields = format!("{{\"ex:a\":{one},\"{second}\":{two}}}");
        return if seed.once_in(3) { format!("[{fields},\"abc\"]") } else { fields };
    }
    seed.pick(OWN_VALUES).to_owned()
}

fn error_declaration(seed: &mut Seed) -> String {
    let mut all = vec![member("declarationTime", seed.pick(TIMES))];
    if seed.once_in(2) {
        all.push(member("reason", seed.pick(&["did_not_occur", "incorrect_data"])));
    }
    if seed.once_in(2) {
        all.push(list("correctiveEventIDs", &[&event_id(seed.below(OBJECTS))]));
    }
    all.extend(own(seed, 2));
    format!("\"errorDeclaration\":{{{}}}", all.join(","))
}

fn sensor_element(seed: &mut Seed) -> String {
    let mut all = Vec::new();
    if seed.once_in(2) {
        let mut metadata = Vec::new();
        for name in ["time", "startTime", "endTime"] {
            if seed.once_in(2) {
                metadata.push(member(name, seed.pick(TIMES)));
            }
        }
        metadata.push(member(
            seed.pick(&["deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules"]),
            seed.pick(DEVICES),
        ));
        metadata.extend(own(seed, 3));
        all.push(format!("\"sensorMetadata\":{{{}}}", metadata.join(",")));
    }
    let count = 1 + seed.below(2);
    let reports: Vec<String> = (0..count).map(|_| sensor_report(seed)).collect();
    all.push(format!("\"sensorReport\":[{}]", reports.join(",")));
    all.extend(own(seed, 3));
    format!("{{{}}}", all.join(","))
}

fn sensor_report(seed: &mut Seed) -> String {
    let mut all = vec![member(
        "type",
        seed.pick(&["Temperature", "https://gs1.org/voc/Mass", "https://example.com/m/1"]),
    )];
    if seed.once_in(3) {
        all.push(member("time", seed.pick(TIMES)));
    }
    let (_, unit) = READINGS.get(seed.below(READINGS.len())).copied().unwrap_or_default();
    let mut has_number = false;
    for name in ["value", "minValue", "maxValue", "meanValue", "sDev", "percValue"] {
        if seed.once_in(3) {
            let (value, _) = READINGS.get(seed.below(READINGS.len())).copied().unwrap_or_default();
            all.push(format!("\"{name}\":{value}"));
            has_number = true;
        }
    }
    if has_number {
        all.push(member("uom", unit));
    }
    for (name, from) in [
        ("deviceID", DEVICES),
        ("deviceMetadata", DEVICES),
        ("rawData", DEVICES),
        ("microorganism", &["https://example.com/organisms/1"][..]),
        ("chemicalSubstance", &["https://example.com/substances/1"][..]),
        ("bizRules", DEVICES),
        ("uriValue", DEVICES),
        ("stringValue", &["open", "closed"][..]),
        ("hexBinaryValue", &["F00F", "f00f", "00"][..]),
    ] {
        if seed.once_in(4) {
            all.push(member(name, seed.pick(from)));
        }
    }
    if seed.once_in(4) {
        all.push(format!("\"booleanValue\":{}", seed.pick(&["true", "false"])));
    }
    if seed.once_in(4) {
        all.push(format!("\"percRank\":{}", seed.pick(&["50", "95"])));
    }
    all.extend(own(seed, 3));
    format!("{{{}}}", all.join(","))
}

/// The event of a source that [`event`] gave.
#[must_use]
pub fn read(source: &str) -> Option<Event> {
    let tree = crate::lower(source.as_bytes()).ok()?;
    match check_tree(&tree).0? {
        Content::Event(event, _) => Some(*event),
        Content::Document(document) => document.events.into_iter().next(),
        Content::QueryDocument(_) => None,
    }
}

/// Master data of the places and objects that random events name.
#[must_use]
pub fn vocabularies() -> Vec<VocabularyList> {
    let source = include_str!("vocabularies.json");
    let Ok(tree) = crate::lower(source.as_bytes()) else { return Vec::new() };
    match check_tree(&tree).0 {
        Some(Content::Document(document)) => {
            document.header.map(|header| header.master_data).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}
