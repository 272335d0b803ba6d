//! Bodies that are no documents, or far too much of one.

use super::whole;

/// What a body is to the one who sends it.
pub(super) struct Body {
    pub what: String,
    pub content_type: &'static str,
    pub bytes: Vec<u8>,
}

const JSON: &str = "application/ld+json";
const XML: &str = "application/xml";
/// Levels, far more than a document has.
const LEVELS: usize = 1_000;
const NAMESPACES: usize = 10_000;
const KEYS: usize = 100_000;
/// A document is cut after every so many bytes.
const STEP: usize = 50;

fn json(what: &str, bytes: impl Into<Vec<u8>>) -> Body {
    Body { what: format!("JSON: {what}"), content_type: JSON, bytes: bytes.into() }
}

fn xml(what: &str, bytes: impl Into<Vec<u8>>) -> Body {
    Body { what: format!("XML: {what}"), content_type: XML, bytes: bytes.into() }
}

fn numbered(count: usize, each: impl Fn(usize) -> String, between: &str) -> String {
    (0..count).map(each).collect::<Vec<_>>().join(between)
}

// A whole document of JSON with more fields in its event.
fn event_with(fields: &str) -> String {
    whole::document("ObjectEvent").to_string().replacen(
        "\"recordTime\"",
        &format!("{fields},\"recordTime\""),
        1,
    )
}

fn element_with(inner: &str) -> String {
    whole::document_xml("ObjectEvent").replacen("<ex:nguoiGhi>", &format!("{inner}<ex:nguoiGhi>"), 1)
}

/// Bodies that are too much.
pub(super) fn bombs() -> Vec<Body> {
    let (lists, ends) = ("[".repeat(LEVELS), "]".repeat(LEVELS));
    let (objects, tails) = ("{\"ex:a\":".repeat(LEVELS), "}".repeat(LEVELS));
    let contexts = numbered(NAMESPACES, |n| format!("\"n{n}\":\"https://example.org/{n}/\""), ",");
    let declared = numbered(NAMESPACES, |n| format!("xmlns:n{n}=\"https://example.org/{n}/\""), " ");
    let (elements, closed) = ("<ex:a>".repeat(LEVELS), "</ex:a>".repeat(LEVELS));
    let document = whole::document_xml("ObjectEvent");
    let typed = |doctype: &str, reference: &str| {
        let document = document.replacen("?>\n", &format!("?>\n<!DOCTYPE x [{doctype}]>"), 1);
        document.replacen("packing", reference, 1)
    };
    let laughs = numbered(9, |n| format!("<!ENTITY l{} \"{}\">", n + 1, format!("&l{n};").repeat(10)), "");
    vec![
        json("nothing but open lists", "[".repeat(1 << 20)),
        json("nothing but open objects", "{\"a\":".repeat(1 << 17)),
        json("lists in lists", event_with(&format!("\"ex:x\":{lists}1{ends}"))),
        json("objects in objects", event_with(&format!("\"ex:x\":{objects}1{tails}"))),
        json(
            "contexts in contexts",
            format!("{{\"@context\":{objects}1{tails},\"type\":\"EPCISDocument\"}}"),
        ),
        json(
            "namespaces",
            whole::document("ObjectEvent").to_string().replacen("\"ex\":", &format!("{contexts},\"ex\":"), 1),
        ),
        json("unknown keys", event_with(&numbered(KEYS, |n| format!("\"k{n}\":{n}"), ","))),
        json("the same key again and again", event_with(&numbered(KEYS, |_| "\"ex:k\":1".to_owned(), ","))),
        json("identifiers that are none", {
            let mut document = whole::document("ObjectEvent");
            document["epcisBody"]["eventList"][0]["epcList"] = vec!["x"; KEYS].into();
            document.to_string()
        }),
        json("events that are none", {
            let mut document = whole::document("ObjectEvent");
            document["epcisBody"]["eventList"] = vec![1; KEYS].into();
            document.to_string()
        }),
        json("a string without end", format!("{{\"type\":\"{}", "x".repeat(4 << 20))),
        json("a number without end", event_with(&format!("\"ex:x\":{}", "9".repeat(4 << 20)))),
        xml("elements in elements", element_with(&format!("{elements}1{closed}"))),
        xml("nothing but open elements", "<a>".repeat(1 << 20)),
        xml("namespaces", document.replacen("xmlns:ex", &format!("{declared} xmlns:ex"), 1)),
        xml("attributes", {
            let many = numbered(KEYS, |n| format!("a{n}=\"1\""), " ");
            document.replacen("type=\"Temperature\"", &format!("type=\"Temperature\" {many}"), 1)
        }),
        xml("unknown elements", element_with(&numbered(KEYS, |n| format!("<k{n}/>"), ""))),
        xml("a billion laughs", typed(&format!("<!ENTITY l0 \"ha\">{laughs}"), "&l9;")),
        xml("quadratic entities", {
            typed(&format!("<!ENTITY a \"{}\">", "a".repeat(50_000)), &"&a;".repeat(50_000))
        }),
        xml("an entity of a file", typed("<!ENTITY f SYSTEM \"file:///etc/passwd\">", "&f;")),
        xml("an entity of an address", typed("<!ENTITY f SYSTEM \"http://127.0.0.1:9/\">", "&f;")),
        xml("a parameter entity", typed("<!ENTITY % f SYSTEM \"http://127.0.0.1:9/\"> %f;", "packing")),
        xml("a document type alone", typed("", "packing")),
    ]
}

/// Bodies that are damaged or of another form.
pub(super) fn damaged() -> Vec<Body> {
    let mut all = Vec::new();
    for kind in whole::TYPES {
        let (text, tags) = (whole::document(kind).to_string(), whole::document_xml(kind));
        for cut in (0..text.len()).step_by(STEP) {
            all.push(json(&format!("{kind}, {cut} bytes"), &text.as_bytes()[..cut]));
        }
        for cut in (0..tags.len()).step_by(STEP) {
            all.push(xml(&format!("{kind}, {cut} bytes"), &tags.as_bytes()[..cut]));
        }
        all.extend(struck(&text, "JSON", JSON));
        all.extend(struck(&tags, "XML", XML));
    }
    let (text, tags) = (whole::document("ObjectEvent").to_string(), whole::document_xml("ObjectEvent"));
    all.push(json("more after the end", format!("{text} {{}}")));
    all.push(xml("more after the end", format!("{tags}<a/>")));
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    all.push(json("UTF-16", wide(&text)));
    all.push(xml("UTF-16", wide(&tags)));
    all.push(xml("another encoding", tags.replace("UTF-8", "windows-1258").replace("day", "đầy")));
    all.push(json("an invoice", r#"{"type":"Invoice"}"#));
    all.push(xml("an invoice", "<Invoice/>"));
    all.push(json("no document", "7"));
    // The two bytes with which gzip begins, and what follows.
    all.push(json("gzip", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xab, 0x56, 2, 0]));
    all
}

// A byte that UTF-8 has not, a NUL, and half a character, in the middle of something at every so many bytes.
fn struck(text: &str, what: &str, content_type: &'static str) -> Vec<Body> {
    let mut all = Vec::new();
    for at in (STEP..text.len()).step_by(STEP) {
        for (name, bytes) in [
            ("no UTF-8", &b"\xff"[..]),
            ("NUL", b"\0"),
            ("half a character", b"\xe1\xba"),
            ("long form", b"\xc0\xaf"),
        ] {
            let (front, back) = text.as_bytes().split_at(at);
            let bytes = [front, bytes, back].concat();
            all.push(Body { what: format!("{what}: {name} at byte {at}"), content_type, bytes });
        }
    }
    all
}
