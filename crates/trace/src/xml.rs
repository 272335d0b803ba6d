//! Answers that are neither events nor lists, as XML.

use serde_json::Value;

/// An element of the standard's namespace with attributes, and one element for each of these members that is there; a
/// list is as many elements of one name.
pub(crate) fn written(root: &str, attributes: &[&str], names: &[&str], body: &Value) -> String {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><epcis:{root} xmlns:epcis=\"urn:epcglobal:epcis:xsd:2\""
    );
    for name in attributes {
        text.push_str(&format!(" {name}=\""));
        push_escaped(&mut text, &body[name]);
        text.push('"');
    }
    text.push('>');
    for name in names {
        match &body[name] {
            Value::Null => {}
            Value::Array(items) => {
                items.iter().for_each(|item| push(&mut text, name.trim_end_matches('s'), item));
            }
            value => push(&mut text, name, value),
        }
    }
    text.push_str(&format!("</epcis:{root}>"));
    text
}

fn push(text: &mut String, name: &str, value: &Value) {
    text.push_str(&format!("<{name}>"));
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| push_text(text, name, value)),
        value => push_escaped(text, value),
    }
    text.push_str(&format!("</{name}>"));
}

fn push_text(text: &mut String, name: &str, value: &Value) {
    text.push_str(&format!("<{name}>"));
    push_escaped(text, value);
    text.push_str(&format!("</{name}>"));
}

fn push_escaped(text: &mut String, value: &Value) {
    let other = value.to_string();
    for character in value.as_str().unwrap_or(&other).chars() {
        match character {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            // XML 1.0 has no other control characters, and no last two of a plane.
            control if control < ' ' && !matches!(control, '\t' | '\n' | '\r') => text.push('\u{fffd}'),
            '\u{fffe}' | '\u{ffff}' => text.push('\u{fffd}'),
            plain => text.push(plain),
        }
    }
}
