//! Every field of a whole document in JSON, changed one by one.

use serde_json::{Value, json};

use super::LONG;

/// A body that is not as the standard has it.
pub(super) struct Changed {
    /// What was done.
    pub what: String,
    /// The pointer of what was changed.
    pub at: String,
    pub body: String,
    /// Whether the standard lets it be.
    pub fine: bool,
}

/// What the standard says that a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Time,
    Offset,
    Uri,
    Code,
    Number,
    Boolean,
    Hex,
    Unit,
    Text,
    Action,
    Type,
    Version,
    Context,
    List,
    Object,
    /// A field of one's own: any value is one.
    Own,
}

const CODES: [&str; 7] = ["bizStep", "disposition", "set", "unset", "reason", "exception", "component"];
const TIMES: [&str; 7] =
    ["eventTime", "recordTime", "declarationTime", "time", "startTime", "endTime", "creationDate"];
const NUMBERS: [&str; 8] =
    ["quantity", "value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"];
const TEXTS: [&str; 5] = ["instanceIdentifier", "sender", "receiver", "stringValue", "attribute"];
/// Lists that have an entry where they are there at all.
const NEVER_EMPTY: [&str; 3] = ["sensorReport", "set", "unset"];

fn is_index(step: &str) -> bool {
    step.bytes().all(|byte| byte.is_ascii_digit())
}

// The names on the way, without places in lists.
fn names(path: &str) -> Vec<&str> {
    path.split('/').filter(|step| !step.is_empty() && !is_index(step)).collect()
}

fn kind(path: &str, value: &Value) -> Kind {
    let names = names(path);
    let (last, before) =
        (names.last().copied().unwrap_or_default(), names.iter().rev().nth(1).copied().unwrap_or_default());
    if names.iter().any(|name| name.contains(':')) {
        return Kind::Own;
    }
    match (before, last) {
        ("" | "eventList", "type") => return Kind::Type,
        ("sourceList" | "destinationList" | "bizTransactionList" | "sensorReport", "type") => {
            return Kind::Code;
        }
        ("sensorReport", "uom") => return Kind::Text,
        (_, "@context") => return Kind::Context,
        _ => {}
    }
    match value {
        Value::Array(_) => Kind::List,
        Value::Object(_) => Kind::Object,
        _ if CODES.contains(&last) => Kind::Code,
        _ if TIMES.contains(&last) => Kind::Time,
        _ if NUMBERS.contains(&last) => Kind::Number,
        _ if TEXTS.contains(&last) => Kind::Text,
        _ => match last {
            "eventTimeZoneOffset" => Kind::Offset,
            "action" => Kind::Action,
            "uom" => Kind::Unit,
            "booleanValue" => Kind::Boolean,
            "hexBinaryValue" => Kind::Hex,
            "schemaVersion" => Kind::Version,
            _ => Kind::Uri,
        },
    }
}

// Values that none of that kind has, with a word for each.
fn bad(kind: Kind) -> Vec<(&'static str, Value)> {
    let mut all = match kind {
        Kind::Own => return Vec::new(),
        Kind::Number => vec![
            ("a text", json!("4.5")),
            ("true", json!(true)),
            ("a list", json!([])),
            ("an object", json!({})),
        ],
        Kind::Boolean => vec![
            ("a text", json!("true")),
            ("a number", json!(1)),
            ("a list", json!([])),
            ("an object", json!({})),
        ],
        Kind::List => {
            vec![
                ("a text", json!("no list")),
                ("empty", json!("")),
                ("a number", json!(7)),
                ("true", json!(true)),
            ]
        }
        Kind::Object => vec![
            ("a text", json!("no object")),
            ("empty", json!("")),
            ("a number", json!(7)),
            ("a list", json!([7])),
        ],
        Kind::Context => {
            vec![("a number", json!(7)), ("true", json!(true)), ("a list of numbers", json!([7]))]
        }
        _ => vec![
            ("a number", json!(7)),
            ("true", json!(true)),
            ("a list", json!([])),
            ("an object", json!({})),
        ],
    };
    all.push(("null", Value::Null));
    let texts: &[&str] = match kind {
        Kind::Time => &[
            "",
            "hôm qua",
            "2026-10-01",
            "2026-10-01T08:00:00",
            "2026-02-30T08:00:00Z",
            "2026-10-01T25:00:00Z",
            "2026-10-01T08:00:00Z\0",
        ],
        Kind::Offset => &["", "7", "+7", "+7:00", "+15:00", "+07:60", "Z", "+07:00\0"],
        Kind::Uri => &["", "đây", "here", "urn:x: y", "urn:", ":x", "urn:x:\0", "urn:x:\u{1}"],
        Kind::Code => &["", "baking_bread", "a b", "urn:x:\0", "https://example.org/a b"],
        Kind::Hex => &["", "xyz", "f0 f0", "f0\0"],
        Kind::Unit => &["", "kg", "KGMX", "K", "KG\0"],
        Kind::Action => &["", "add", "SELL", "ADD\0"],
        Kind::Type => &["", "Invoice", "objectEvent", "ObjectEvent\0"],
        Kind::Version => &["", "two", "2.", "2.0\0"],
        _ => &[],
    };
    all.extend(texts.iter().map(|text| ("a wrong text", json!(text))));
    let long: Option<String> = match kind {
        Kind::Time => Some(format!("2026-10-01T08:00:00.{}Z", "0".repeat(LONG))),
        Kind::Uri | Kind::Code => Some(format!("urn:x:{}", "y".repeat(LONG))),
        Kind::Unit | Kind::Action | Kind::Type | Kind::Offset => Some("A".repeat(LONG)),
        Kind::Version => Some(["2", &".0".repeat(LONG)].concat()),
        _ => None,
    };
    all.extend(long.map(|text| ("too long", Value::String(text))));
    all
}

// Numbers that serde_json does not write.
const BAD_NUMBERS: [&str; 3] = ["1e999", "-1e999", "4.5e400"];
const NO_NUMBERS: [&str; 5] = ["01", "NaN", "+1", ".5", "0x10"];

/// Fields that must be there.
fn is_obligatory(kind_of_event: &str, path: &str) -> bool {
    let names = names(path);
    let (last, before) =
        (names.last().copied().unwrap_or_default(), names.iter().rev().nth(1).copied().unwrap_or_default());
    match before {
        "" => ["@context", "type", "schemaVersion", "creationDate", "epcisBody"].contains(&last),
        "epcisBody" => last == "eventList",
        "eventList" => {
            ["type", "eventTime", "eventTimeZoneOffset"].contains(&last)
                || match last {
                    "action" => true,
                    "parentID" => kind_of_event != "TransactionEvent",
                    "bizTransactionList" => kind_of_event == "TransactionEvent",
                    _ => false,
                }
        }
        "readPoint" | "bizLocation" | "vocabularyElementList" | "attributes" => last == "id",
        "sourceList" | "destinationList" => true,
        "errorDeclaration" => last == "declarationTime",
        "sensorElementList" => last == "sensorReport",
        "vocabularyList" => last == "type",
        _ => ["epcClass", "bizTransaction"].contains(&last),
    }
}

fn paths(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let at = format!("{at}/{name}");
                paths(value, &at, all);
                all.push(at);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                let at = format!("{at}/{place}");
                paths(value, &at, all);
                all.push(at);
            }
        }
        _ => {}
    }
}

/// The document with one thing changed, in every way.
pub(super) fn changes(document: &Value, kind_of_event: &str) -> Vec<Changed> {
    let mut all = Vec::new();
    let mut places = Vec::new();
    paths(document, "", &mut places);
    for at in places {
        if at.starts_with("/@context/") {
            continue;
        }
        let kind = kind(&at, document.pointer(&at).unwrap());
        let mut push = |what: &str, body: String, fine: bool| {
            all.push(Changed { what: format!("{what} ({kind:?})"), at: at.clone(), body, fine });
        };
        for (what, value) in bad(kind) {
            // An attribute of master data may be a number or an object, certificates are one or several.
            let fine = match value {
                Value::Number(_) | Value::Object(_) => at.ends_with("/attribute"),
                _ => false,
            };
            push(what, with(document, &at, value).to_string(), fine);
        }
        if kind == Kind::Number {
            for number in BAD_NUMBERS.iter().chain(&NO_NUMBERS) {
                let body = with(document, &at, json!("HERE")).to_string().replace("\"HERE\"", number);
                push(number, body, false);
            }
        }
        if kind == Kind::List {
            let name = names(&at).last().copied().unwrap_or_default().to_owned();
            let of_transaction = name == "bizTransactionList" && kind_of_event == "TransactionEvent";
            let fine = !of_transaction && !NEVER_EMPTY.contains(&name.as_str());
            push("an empty list", with(document, &at, json!([])).to_string(), fine);
        }
        let name = at.rsplit('/').next().unwrap();
        if !is_index(name) {
            push("left out", without(document, &at).to_string(), !is_obligatory(kind_of_event, &at));
            let text = doubled(document, &at);
            push("twice", text, false);
        }
    }
    all
}

fn with(document: &Value, at: &str, value: Value) -> Value {
    let mut document = document.clone();
    *document.pointer_mut(at).unwrap() = value;
    document
}

fn without(document: &Value, at: &str) -> Value {
    let mut document = document.clone();
    let (parent, name) = at.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
    document
}

// The same key twice in one object, which no value of serde_json has.
fn doubled(document: &Value, at: &str) -> String {
    let mut document = document.clone();
    let value = document.pointer(at).unwrap().clone();
    let (parent, name) = at.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert("HERE".to_owned(), value);
    document.to_string().replace("\"HERE\"", &json!(name).to_string())
}
