//! From elements to the tree: what is not the standard's.

use std::borrow::Cow;

use super::lower::Lower;
use super::member;
use super::text::{is_blank, trimmed};
use crate::tree::{Field, Name, TreeFault, Value};

impl<'s> Lower<'_, 's> {
    /// An element of one's own: nothing, a value, or fields.
    // As deep as a source may be: the recursion is bounded.
    pub(super) fn own(&mut self, name: Name<'s>, written: Cow<'s, str>, index: u32) -> Result<(), TreeFault> {
        let element = self.source.get(index);
        if self.source.is_nil(index) {
            return self.builder.leaf(name, written, Value::Null, element.at);
        }
        let members = member::of_own(self.source, index);
        if members.is_empty() {
            return self.builder.leaf(name, written, self.scalar(index), element.at);
        }
        self.builder.open(name, written, Value::Fields, element.at)?;
        self.members(members, true)?;
        if !is_blank(&element.text) {
            let name = Name::Field(Field::TextValue);
            self.builder.leaf(name, Cow::Borrowed("text()"), self.scalar(index), element.at)?;
        }
        self.builder.close();
        Ok(())
    }

    /// The text of an element, by its `xsi:type` as JSON would have it.
    pub(super) fn scalar(&self, index: u32) -> Value<'s> {
        let element = self.source.get(index);
        let text = trimmed(&element.text);
        let kind = self.source.xsi(index, "type").map(|kind| kind.trim());
        let kind = kind.map(|kind| kind.rsplit_once(':').map_or(kind, |(_, local)| local));
        match (kind, &*text) {
            (Some("boolean"), "true" | "1") => Value::Bool(true),
            (Some("boolean"), "false" | "0") => Value::Bool(false),
            (Some(kind), number) if NUMBERS.contains(&kind) && is_json_number(number) => Value::Number(text),
            _ if element.preserve => Value::Text(element.text.clone()),
            _ => Value::Text(text),
        }
    }
}

/// Types of XML schemas whose values are numbers.
const NUMBERS: [&str; 16] = [
    "decimal",
    "integer",
    "double",
    "float",
    "long",
    "int",
    "short",
    "byte",
    "nonNegativeInteger",
    "positiveInteger",
    "nonPositiveInteger",
    "negativeInteger",
    "unsignedLong",
    "unsignedInt",
    "unsignedShort",
    "unsignedByte",
];

// The grammar of JSON (RFC 8259, section 6), which has no leading zeros, plus signs or bare points.
fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}
