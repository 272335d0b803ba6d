//! Every element and attribute of a whole document in XML, changed one by one.

use std::ops::Range;

use super::LONG;
use super::json::Changed;

/// An element or attribute of a source that is well-formed and has neither comments nor entities.
#[derive(Debug)]
struct Part {
    /// Elements on the way, with `@` before an attribute.
    names: Vec<String>,
    whole: Range<usize>,
    /// Between the tags, or the quotes.
    inner: Range<usize>,
    is_attribute: bool,
    has_children: bool,
}

impl Part {
    fn name(&self) -> &str {
        self.names.last().map(String::as_str).unwrap_or_default()
    }

    fn parent(&self) -> &str {
        self.names.iter().rev().nth(1).map(String::as_str).unwrap_or_default()
    }

    fn is_own(&self) -> bool {
        self.names[1..].iter().any(|name| name.contains(':'))
    }
}

// From the back to the front of the tags that are open.
fn parts(source: &str) -> Vec<Part> {
    let mut all: Vec<Part> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut at = source.find("?>").map_or(0, |end| end + 2);
    while let Some(begin) = source[at..].find('<').map(|found| at + found) {
        let end = begin + source[begin..].find('>').unwrap();
        at = end + 1;
        if source[begin..].starts_with("</") {
            let index = open.pop().unwrap();
            all[index].whole.end = end + 1;
            all[index].inner.end = begin;
            continue;
        }
        let empty = source[..end].ends_with('/');
        let tag = &source[begin + 1..if empty { end - 1 } else { end }];
        let name = tag.split_whitespace().next().unwrap();
        let mut names = open.last().map(|index| all[*index].names.clone()).unwrap_or_default();
        if let Some(index) = open.last() {
            all[*index].has_children = true;
        }
        names.push(name.to_owned());
        open.push(all.len());
        let whole = begin..end + 1;
        let inner = end + 1..end + 1;
        let element = Part { names: names.clone(), whole, inner, is_attribute: false, has_children: false };
        all.push(element);
        attributes(source, begin + 1 + name.len(), begin + 1 + tag.len(), &names, &mut all);
        if empty {
            open.pop();
        }
    }
    all
}

fn attributes(source: &str, mut at: usize, end: usize, names: &[String], all: &mut Vec<Part>) {
    while let Some(equals) = source[at..end].find('=').map(|found| at + found) {
        let begin = at + source[at..equals].find(|sign: char| !sign.is_whitespace()).unwrap();
        let inner = equals + 2..equals + 2 + source[equals + 2..end].find('"').unwrap();
        at = inner.end + 1;
        let name = &source[begin..equals];
        if name.starts_with("xmlns") {
            continue;
        }
        let mut names = names.to_vec();
        names.push(format!("@{name}"));
        all.push(Part { names, whole: begin..at, inner, is_attribute: true, has_children: false });
    }
}

const TIMES: [&str; 7] =
    ["eventTime", "recordTime", "declarationTime", "@time", "@startTime", "@endTime", "@creationDate"];
const CODES: [&str; 7] = ["bizStep", "disposition", "set", "unset", "reason", "@exception", "@component"];
const NUMBERS: [&str; 8] =
    ["quantity", "@value", "@minValue", "@maxValue", "@meanValue", "@sDev", "@percRank", "@percValue"];

// Texts that the part cannot have.
fn bad(part: &Part) -> &'static [&'static str] {
    let name = part.name();
    match name {
        "@stringValue" => &[],
        "attribute" => &[],
        "@uom" => &[],
        "@schemaVersion" => &["", "two", "2."],
        "eventTimeZoneOffset" => &["", "7", "+7:00", "+15:00", "Z"],
        "action" => &["", "add", "SELL"],
        "uom" => &["", "kg", "KGMX"],
        "@booleanValue" => &["", "maybe", "TRUE"],
        "@hexBinaryValue" => &["", "xyz", "f0 f0"],
        "@type" if part.parent() != "Vocabulary" => &["", "baking_bread"],
        _ if TIMES.contains(&name) => {
            &["", "yesterday", "2026-10-01", "2026-02-30T08:00:00Z", "2026-10-01T25:00:00Z"]
        }
        _ if CODES.contains(&name) => &["", "baking_bread", "a b"],
        _ if NUMBERS.contains(&name) => &["", "many", "1e999", "4,5", "NaN", "INF"],
        _ => &["", "here", "urn:", "urn:x: y"],
    }
}

fn is_obligatory(part: &Part, kind: &str) -> bool {
    match (part.parent(), part.name()) {
        (_, "eventTime" | "eventTimeZoneOffset" | "action" | "epcClass" | "declarationTime") => true,
        (_, "EPCISBody" | "VocabularyList" | "@schemaVersion" | "@creationDate" | "sensorReport") => true,
        ("readPoint" | "bizLocation", "id") => true,
        ("source" | "destination" | "Vocabulary", "@type") => true,
        ("VocabularyElement" | "attribute", "@id") => true,
        (_, "parentID") => kind != "TransactionEvent",
        // The schema of XML wants one transaction in the list, as the list itself of a TransactionEvent.
        (_, "bizTransactionList") => kind == "TransactionEvent",
        (_, "bizTransaction") => kind == "TransactionEvent",
        _ => false,
    }
}

/// The document with one thing changed, in every way.
pub(super) fn changes(source: &str, kind: &str) -> Vec<Changed> {
    let mut all = Vec::new();
    let parts = parts(source);
    for part in &parts {
        let at = format!("/{}", part.names.join("/"));
        let leaf = part.is_attribute || !part.has_children;
        let mut push = |what: &str, range: &Range<usize>, text: &str, fine: bool| {
            let body = [&source[..range.start], text, &source[range.end..]].concat();
            all.push(Changed { what: what.to_owned(), at: at.clone(), body, fine });
        };
        if part.names.len() > 1 && !part.is_own() {
            push("left out", &part.whole, "", !is_obligatory(part, kind));
        }
        let element = &source[part.whole.clone()];
        // Lists have several, and own fields may.
        let twice = !["epc", "id", "set", "unset", "correctiveEventID", "certificationInfo"]
            .contains(&part.name())
            && !part.name().chars().next().is_some_and(char::is_uppercase)
            && !["List", "sensorElement", "sensorReport", "EPCs"]
                .iter()
                .any(|list| part.parent().contains(list))
            && part.parent() != "VocabularyElement";
        if part.names.len() > 1 && !part.is_own() && twice {
            push("twice", &part.whole, &format!("{element} {element}"), false);
        }
        if part.is_own() {
            if part.is_attribute {
                push("twice", &part.whole, &format!("{element} {element}"), false);
            }
        } else if leaf && !(part.name() == "sensorMetadata" || part.name() == "sensorReport") {
            for text in bad(part) {
                push(&format!("“{text}”"), &part.inner, text, false);
            }
            if !bad(part).is_empty() {
                push("too long", &part.inner, &format!("urn:x:{}", "y".repeat(LONG)), false);
            }
            push("a character that XML has not", &part.inner, "urn:x:&#1;", false);
            push("NUL", &part.inner, "urn:x:\0", false);
            push("an entity", &part.inner, "urn:x:&bomb;", false);
            push("an open tag", &part.inner, "urn:x:<", false);
            if !part.is_attribute && part.name() != "attribute" {
                push("an element in it", &part.inner, "<sen>1</sen>", false);
            }
        } else if !part.is_attribute && part.names.len() > 1 && part.inner.end < part.whole.end {
            let end = part.inner.end..part.inner.end;
            push("an element that the standard has not", &end, "<sen>1</sen>", false);
            push("text where elements belong", &end, "text", false);
        }
    }
    all
}
