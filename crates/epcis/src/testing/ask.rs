//! Random queries, as names and values, over what random events say.

use super::values::{
    CLASSES, DEVICES, DOCUMENTS, EPCS, NAMES, NAMESPACE, PARTIES, PLACES, READINGS, STATES, STEPS, TIMES,
};
use super::{Seed, event_id};

/// How many events random queries know the identifiers of.
const KNOWN_EVENTS: usize = 12;

const EPC_PATTERNS: &[&str] = &[
    "urn:epc:idpat:sgtin:0614141.107346.*",
    "urn:epc:idpat:sgtin:0614141.*.*",
    "urn:epc:idpat:sgtin:*.*.*",
    "urn:epc:idpat:sgtin:0614141.107346.2017",
    "urn:epc:idpat:sgtin:0614141.107346.[2000-2017]",
    "urn:epc:idpat:sgtin:0614141.[107000-107999].*",
    "urn:epc:id:sgtin:0614141.012345.A*",
    "urn:epc:idpat:sscc:0614141.*",
    "urn:epc:idpat:grai:0614141.12345.*",
    "urn:epc:idpat:grai:0614141.*.400",
    "https://id.gs1.org/01/10614141073464/21/*",
    "https://id.gs1.org/01/10614141073464/*",
    "https://id.gs1.org/01/*/21/201*",
    "https://id.gs1.org/00/1061414*",
    "https://id.gs1.org/01/10614141073464/21/[2018-3000]",
    "https://example.com/crates/*",
    "urn:uuid:*-0000-*",
];
const CLASS_PATTERNS: &[&str] = &[
    "urn:epc:idpat:sgtin:4012345.012345.*",
    "urn:epc:idpat:sgtin:4012345.*.*",
    "urn:epc:class:lgtin:4012345.012345.*",
    "urn:epc:class:lgtin:4012345.*.*",
    "https://id.gs1.org/01/04012345123456/10/*",
    "https://id.gs1.org/01/04012345123456/*",
    "https://example.com/classes/*",
];
const OWN_OPERANDS: &[&str] = &[
    "5",
    "5.0",
    "-3",
    "7",
    "007",
    "abc",
    "abd",
    "true",
    "2026-01-01",
    "2026-01-01T07:00:00+07:00",
    "2026-02-01T00:00:00Z",
    "urn:epc:id:sgln:0614141.00777.0",
    "123456789012345679",
];
const AREAS: &[&str] = &[
    "",
    "ILMD_",
    "ERROR_DECLARATION_",
    "readPoint_",
    "bizLocation_",
    "SENSORELEMENT_",
    "SENSORMETADATA_",
    "SENSORREPORT_",
];
const ATTRIBUTES: &[&str] = &[
    "urn:epcglobal:cbv:mda#countryCode",
    "cbvmda:countryCode",
    "cbvmda:site",
    "https://example.com/attributes/rows",
];
const VOCABULARY_FIELDS: &[&str] = &[
    "bizLocation",
    "readPoint",
    "epcClass",
    "source",
    "destination",
    "epcList",
    "parentID",
    "childEPCs",
    "inputEPCList",
    "outputEPCList",
    "bizTransaction",
    "https://ns.example.org/voc/#a",
];

/// A random query: one to four parameters of different names, and sometimes an order.
#[must_use]
pub fn query(seed: &mut Seed) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    let wanted = 1 + seed.below(3);
    while all.len() < wanted {
        let (name, values) = parameter(seed);
        if all.iter().all(|(known, _)| in_one_spelling(known) != in_one_spelling(&name)) {
            all.push((name, values.into_iter().map(str::to_owned).collect()));
        }
    }
    if seed.once_in(4) {
        all.push(("EQ_eventID".to_owned(), (0..4).map(|_| event_id(seed.below(KNOWN_EVENTS))).collect()));
    }
    if seed.once_in(3) {
        let own = format!("{NAMESPACE}#a");
        all.push(("orderBy".to_owned(), vec![seed.pick(&["eventTime", "recordTime", &own]).to_owned()]));
        if seed.once_in(2) {
            all.push(("orderDirection".to_owned(), vec![seed.pick(&["ASC", "DESC"]).to_owned()]));
        }
    }
    all
}

// Two spellings of a name are the same parameter, which stands in a query once.
fn in_one_spelling(name: &str) -> String {
    name.replace("EQ_ATTR_", "EQATTR_")
        .replace("errorDeclaration_Time", "errorDeclarationTime")
        .replace("sensorElementList", "sensorElement")
}

fn parameter(seed: &mut Seed) -> (String, Vec<&'static str>) {
    match seed.below(9) {
        0 => vocabulary(seed),
        1 => time(seed),
        2 => place(seed),
        3 | 4 => objects(seed),
        5 => sensor(seed),
        6 | 7 => own(seed),
        _ => master(seed),
    }
}

fn vocabulary(seed: &mut Seed) -> (String, Vec<&'static str>) {
    let (name, from): (&str, &[&str]) = match seed.below(12) {
        0 => ("eventType", &["ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent"]),
        1 => ("EQ_action", &["ADD", "OBSERVE", "DELETE"]),
        2 => ("EQ_bizStep", STEPS),
        3 => ("EQ_disposition", STATES),
        4 => ("EQ_persistentDisposition_set", STATES),
        5 => ("EQ_persistentDisposition_unset", STATES),
        6 => ("EQ_errorReason", &["did_not_occur", "incorrect_data"]),
        7 => ("EQ_bizTransaction_po", DOCUMENTS),
        8 => ("EQ_bizTransaction_https://example.com/types/1", DOCUMENTS),
        9 => ("EQ_source_owning_party", PARTIES),
        10 => ("EQ_destination_https://ref.gs1.org/cbv/SDT-possessing_party", PARTIES),
        _ => ("EQ_transformationID", &["urn:uuid:t1", "urn:epc:id:gdti:0614141.00001.1618034"]),
    };
    (name.to_owned(), seed.some(from))
}

fn time(seed: &mut Seed) -> (String, Vec<&'static str>) {
    let field = seed.pick(&[
        "eventTime",
        "recordTime",
        "errorDeclarationTime",
        "errorDeclaration_Time",
        "time",
        "startTime",
        "endTime",
    ]);
    (format!("{}_{field}", seed.pick(&["GE", "LT"])), vec![seed.pick(TIMES)])
}

fn place(seed: &mut Seed) -> (String, Vec<&'static str>) {
    let name = seed.pick(&["EQ_readPoint", "WD_readPoint", "EQ_bizLocation", "WD_bizLocation"]);
    (name.to_owned(), seed.some(PLACES))
}

fn objects(seed: &mut Seed) -> (String, Vec<&'static str>) {
    match seed.below(4) {
        0 => {
            let name = seed.pick(&[
                "MATCH_epcClass",
                "MATCH_inputEPCClass",
                "MATCH_outputEPCClass",
                "MATCH_anyEPCClass",
            ]);
            let from = if seed.once_in(2) { CLASSES } else { CLASS_PATTERNS };
            (name.to_owned(), vec![seed.pick(from)])
        }
        1 => {
            let unit = seed.pick(&["", "_KGM", "_GRM", "_CEL"]);
            let operator = seed.pick(&["EQ", "GT", "GE", "LT", "LE"]);
            let amounts = &["1.5", "1500", "2", "10.0", "1"];
            let values = if operator == "EQ" { seed.some(amounts) } else { vec![seed.pick(amounts)] };
            (format!("{operator}_quantity{unit}"), values)
        }
        _ => {
            let name = seed.pick(&[
                "MATCH_epc",
                "MATCH_parentID",
                "MATCH_inputEPC",
                "MATCH_outputEPC",
                "MATCH_anyEPC",
            ]);
            let from = if seed.once_in(2) { EPCS } else { EPC_PATTERNS };
            let more = if seed.once_in(3) { vec![seed.pick(EPCS)] } else { Vec::new() };
            (name.to_owned(), [vec![seed.pick(from)], more].concat())
        }
    }
}

fn sensor(seed: &mut Seed) -> (String, Vec<&'static str>) {
    match seed.below(6) {
        0 => (
            seed.pick(&["EXISTS_sensorElementList", "EXISTS_sensorElement", "EXISTS_errorDeclaration"])
                .to_owned(),
            Vec::new(),
        ),
        1 => {
            let name = seed.pick(&[
                "EQ_deviceID",
                "EQ_dataProcessingMethod",
                "EQ_bizRules",
                "EQ_uriValue",
                "EQ_deviceMetadata",
                "EQ_rawData",
            ]);
            (name.to_owned(), seed.some(DEVICES))
        }
        2 => {
            let (name, from): (&str, &[&'static str]) = match seed.below(7) {
                0 => ("EQ_type", &["Temperature", "Mass", "https://example.com/m/1"]),
                1 => ("EQ_microorganism", &["https://example.com/organisms/1"]),
                2 => ("EQ_chemicalSubstance", &["https://example.com/substances/1"]),
                3 => ("EQ_stringValue", &["open", "ajar"]),
                4 => ("EQ_hexBinaryValue", &["F00F", "00"]),
                5 => ("EQ_booleanValue", &["true", "false"]),
                _ => ("EQ_type", &["https://gs1.org/voc/Temperature"]),
            };
            (name.to_owned(), vec![seed.pick(from)])
        }
        3 if seed.once_in(4) => {
            let name = seed.pick(&["GE_sDev", "LT_sDev", "GE_percValue", "LT_percValue"]);
            (name.to_owned(), vec![seed.pick(&["0.5", "12.7", "26"])])
        }
        3 => (
            format!("{}_percRank", seed.pick(&["EQ", "GT", "GE", "LT", "LE"])),
            vec![seed.pick(&["50", "90", "95.0"])],
        ),
        _ => {
            let (value, unit) = READINGS.get(seed.below(READINGS.len())).copied().unwrap_or_default();
            let name = seed.pick(&["value", "minValue", "maxValue", "meanValue", "sDev", "percValue"]);
            (format!("{}_{name}_{unit}", seed.pick(&["EQ", "GT", "GE", "LT", "LE"])), vec![value])
        }
    }
}

fn own(seed: &mut Seed) -> (String, Vec<&'static str>) {
    let inner = seed.pick(&["", "INNER_"]);
    let area = seed.pick(AREAS);
    let name = match seed.below(5) {
        0 => "cbvmda:lotNumber".to_owned(),
        1 if !inner.is_empty() => "plain".to_owned(),
        _ => format!("{NAMESPACE}#{}", seed.pick(NAMES)),
    };
    let operator = seed.pick(&["EQ", "EQ", "GT", "GE", "LT", "LE", "EXISTS"]);
    let values = match operator {
        "EXISTS" => Vec::new(),
        "EQ" => seed.some(OWN_OPERANDS),
        _ => vec![seed.pick(OWN_OPERANDS)],
    };
    (format!("{operator}_{inner}{area}{name}"), values)
}

fn master(seed: &mut Seed) -> (String, Vec<&'static str>) {
    let field = seed.pick(VOCABULARY_FIELDS);
    if seed.once_in(2) {
        return (format!("HASATTR_{field}"), seed.some(ATTRIBUTES));
    }
    let spelling = seed.pick(&["EQATTR", "EQ_ATTR"]);
    (format!("{spelling}_{field}_{}", seed.pick(ATTRIBUTES)), seed.some(&["VN", "LA", "5", "12.0"]))
}
