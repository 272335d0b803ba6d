//! Answers: their headers and bodies.

use serde_json::{Map, Value, json};

use crate::capture::{MAX_BYTES, MAX_EVENTS};
use crate::wanted::{CBV_OLDEST, CBV_VERSION, EPCIS_OLDEST, EPCIS_VERSION};

/// The headers that every answer of the standard's addresses has.
pub(super) const VERSIONS: &[&str] = &["GS1-EPCIS-Version", "GS1-CBV-Version"];
/// Those of a page of a list.
pub(super) const PAGE: &[&str] = &[
    "GS1-EPCIS-Version",
    "GS1-CBV-Version",
    "GS1-EPC-Format",
    "GS1-CBV-XML-Format",
    "GS1-Extensions",
    "Link",
    "GS1-Next-Page-Token-Expires",
];

/// An answer with these headers and, where there is one, a body of this schema as JSON.
pub(super) fn json(description: &str, headers: &[&str], schema: &str) -> Value {
    with(description, headers, json!({ "application/json": { "schema": schema_of(schema) } }))
}

/// The same, as JSON-LD.
pub(super) fn linked(description: &str, headers: &[&str], schema: &str) -> Value {
    with(description, headers, both(&schema_of(schema)))
}

/// Events, as JSON-LD or XML.
pub(super) fn events(description: &str) -> Value {
    or_xml(linked(description, PAGE, "EPCISQueryDocument"))
}

/// The same answer, also as XML.
pub(super) fn or_xml(mut answer: Value) -> Value {
    answer["content"]["application/xml"] = json!({ "schema": { "type": "string" } });
    answer
}

/// An answer without a body.
pub(super) fn empty(description: &str, headers: &[&str]) -> Value {
    json!({ "description": description, "headers": referred(headers) })
}

fn with(description: &str, headers: &[&str], content: Value) -> Value {
    json!({ "description": description, "headers": referred(headers), "content": content })
}

/// One schema under both names of JSON.
pub(super) fn both(schema: &Value) -> Value {
    json!({ "application/ld+json": { "schema": schema }, "application/json": { "schema": schema } })
}

/// A shared schema.
pub(super) fn schema_of(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A shared header.
pub(super) fn header(name: &str) -> Value {
    json!({ "$ref": format!("#/components/headers/{name}") })
}

fn referred(names: &[&str]) -> Map<String, Value> {
    names.iter().map(|name| ((*name).to_owned(), header(name))).collect()
}

/// A header: its name, whether it is always there, what it says, and in which form.
type Header = (&'static str, bool, &'static str, Value);

/// The shared headers.
pub(super) fn headers() -> Map<String, Value> {
    let entry = |(name, required, description, schema): Header| {
        (name.to_owned(), json!({ "description": description, "required": required, "schema": schema }))
    };
    of_versions().into_iter().chain(of_answers()).map(entry).collect()
}

fn of_versions() -> [Header; 7] {
    let version = |version: &str| json!({ "const": version });
    [
        (
            "GS1-EPCIS-Version",
            true,
            "The version of EPCIS that the answer keeps to; the oldest one of XML for whoever reads nothing newer.",
            json!({ "enum": [EPCIS_OLDEST, EPCIS_VERSION] }),
        ),
        (
            "GS1-CBV-Version",
            true,
            "The version of the vocabularies that it keeps to.",
            json!({ "enum": [CBV_OLDEST, CBV_VERSION] }),
        ),
        (
            "GS1-EPCIS-Min",
            true,
            "The oldest version that is read and, as XML, written.",
            version(EPCIS_OLDEST),
        ),
        ("GS1-EPCIS-Max", true, "The newest version.", version(EPCIS_VERSION)),
        ("GS1-CBV-Min", true, "The oldest version of the vocabularies.", version(CBV_OLDEST)),
        ("GS1-CBV-Max", true, "The newest version of the vocabularies.", version(CBV_VERSION)),
        ("GS1-Vendor-Version", true, "The program and its version.", json!({ "type": "string" })),
    ]
}

fn of_answers() -> [Header; 11] {
    let time = json!({ "type": "string", "format": "date-time" });
    [
        ("GS1-EPC-Format", true, "How identifiers are written.", schema_of("EpcFormat")),
        (
            "GS1-CBV-XML-Format",
            false,
            "How XML has the words of the core business vocabulary.",
            schema_of("CbvXmlFormat"),
        ),
        (
            "GS1-Extensions",
            false,
            "The namespaces of the caller and of the results, or those that are supported, as `prefix=namespace`.",
            json!({ "type": "string" }),
        ),
        (
            "GS1-Query-Min-Record-Time",
            false,
            "From when on events are recorded that the subscription has not reported yet.",
            time.clone(),
        ),
        (
            "Link",
            false,
            "The address of the next page, where there is one: `<…>; rel=\"next\"`.",
            json!({ "type": "string" }),
        ),
        ("GS1-Next-Page-Token-Expires", false, "When the token of the next page ends.", time),
        (
            "Location",
            true,
            "The address of what was made.",
            json!({ "type": "string", "format": "uri-reference" }),
        ),
        (
            "GS1-EPCIS-Capture-Limit",
            true,
            "Most events of one capture.",
            json!({ "type": "integer", "const": MAX_EVENTS }),
        ),
        (
            "GS1-EPCIS-Capture-File-Size-Limit",
            true,
            "Most bytes of one capture.",
            json!({ "type": "integer", "const": MAX_BYTES }),
        ),
        (
            "GS1-Capture-Error-Behaviour",
            true,
            "What becomes of a document with a bad event; `all`: the caller chooses.",
            json!({ "enum": ["rollback", "proceed", "all"] }),
        ),
        ("Allow", true, "The methods of the address.", json!({ "type": "string" })),
    ]
}
