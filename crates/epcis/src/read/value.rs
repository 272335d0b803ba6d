//! Single values.

use super::Reader;
use super::fields::Fields;
use crate::cbv::{Code, CodeFault, Vocabulary};
use crate::check::Rule;
use crate::model::{Number, Offset, Time, TimeFault, Uri};
use crate::tree::{Branch, Field, Syntax, Value};

/// Bytes of the longest identifier, word, time or unit. Texts may be as long as their source.
pub const MAX_WORD: usize = 2_000;
// As the finding says it.
const LONGEST: &str = "2000";

/// Namespaces in which a word that the vocabulary does not have is worth a look.
const STANDARD_NAMESPACES: [&str; 4] = [
    "https://ref.gs1.org/cbv/",
    "https://gs1.org/voc/",
    "https://www.gs1.org/voc/",
    "https://ref.gs1.org/voc/",
];

impl Reader<'_> {
    pub(super) fn text<'t>(&mut self, node: Branch<'t, '_>) -> Option<&'t str> {
        if let Value::Text(text) = node.value() {
            return Some(text);
        }
        self.findings.add(Rule::WrongKind, node, "text");
        None
    }

    /// A text that is no longer than an identifier or a word may be.
    pub(super) fn short<'t>(&mut self, node: Branch<'t, '_>) -> Option<&'t str> {
        let text = self.text(node)?;
        if text.len() > MAX_WORD {
            self.findings.add(Rule::LongValue, node, LONGEST);
            return None;
        }
        Some(text)
    }

    /// An element of XML without content reads as an empty text; in JSON that is a text like any other.
    pub(super) fn is_empty_element(node: Branch<'_, '_>) -> bool {
        node.tree().syntax() != Syntax::Json && node.text() == Some("")
    }

    pub(super) fn boxed(&mut self, fields: &Fields<'_, '_>, field: Field) -> Option<Box<str>> {
        let node = fields.get(field)?;
        self.text(node).map(Into::into)
    }

    pub(super) fn uri(&mut self, node: Branch<'_, '_>) -> Option<Uri> {
        let text = self.short(node)?;
        let read = Uri::read(text).ok();
        if read.is_none() {
            self.findings.add(Rule::BadUri, node, "");
        } else if text.starts_with("http")
            && let Some(refusal) = gs1::link::wrong_check_digit(text)
        {
            self.findings.add(Rule::CheckDigit, node, &refusal.at);
        }
        read
    }

    pub(super) fn uri_of(&mut self, fields: &Fields<'_, '_>, field: Field) -> Option<Uri> {
        fields.get(field).and_then(|node| self.uri(node))
    }

    pub(super) fn uris(&mut self, list: Branch<'_, '_>) -> Vec<Uri> {
        list.items().filter_map(|item| self.uri(item)).collect()
    }

    pub(super) fn time(&mut self, node: Branch<'_, '_>) -> Option<Time> {
        match Time::read(self.short(node)?) {
            Ok(time) => Some(time),
            Err(fault) => {
                let rule = match fault {
                    TimeFault::Form => Rule::BadTime,
                    TimeFault::Range => Rule::TimeRange,
                    TimeFault::NoOffset => Rule::TimeWithoutZone,
                };
                self.findings.add(rule, node, "");
                None
            }
        }
    }

    pub(super) fn time_of(&mut self, fields: &Fields<'_, '_>, field: Field) -> Option<Time> {
        fields.get(field).and_then(|node| self.time(node))
    }

    pub(super) fn offset(&mut self, node: Branch<'_, '_>) -> Option<Offset> {
        let read = Offset::read(self.short(node)?).ok();
        if read.is_none() {
            self.findings.add(Rule::BadOffset, node, "");
        }
        read
    }

    // Numbers of XML are texts; a text of JSON is no number.
    pub(super) fn number(&mut self, node: Branch<'_, '_>) -> Option<Number> {
        let text = match node.value() {
            Value::Number(text) => text,
            Value::Text(text) if node.tree().syntax() != Syntax::Json => text,
            _ => {
                self.findings.add(Rule::WrongKind, node, "number");
                return None;
            }
        };
        let read = Number::read(text.trim()).ok();
        if read.is_none() {
            self.findings.add(Rule::BadNumber, node, "");
        }
        read
    }

    pub(super) fn number_of(&mut self, fields: &Fields<'_, '_>, field: Field) -> Option<Number> {
        fields.get(field).and_then(|node| self.number(node))
    }

    pub(super) fn boolean_of(&mut self, fields: &Fields<'_, '_>, field: Field) -> Option<bool> {
        let node = fields.get(field)?;
        let read = match node.value() {
            Value::Bool(value) => Some(*value),
            Value::Text(text) if node.tree().syntax() != Syntax::Json => match text.trim() {
                "true" | "1" => Some(true),
                "false" | "0" => Some(false),
                _ => None,
            },
            _ => None,
        };
        if read.is_none() {
            self.findings.add(Rule::BadBoolean, node, "");
        }
        read
    }

    pub(super) fn code<V: Vocabulary>(&mut self, node: Branch<'_, '_>) -> Option<Code<V>> {
        let text = self.short(node)?;
        match Code::read(text) {
            Ok(code) => {
                if let Code::Own(uri) = &code
                    && STANDARD_NAMESPACES.iter().any(|space| uri.as_str().starts_with(space))
                {
                    self.findings.add(Rule::UnlistedWord, node, V::NAME);
                }
                Some(code)
            }
            Err(CodeFault::NoIri) => {
                self.findings.add(Rule::BadUri, node, "");
                None
            }
            Err(CodeFault::Unknown | CodeFault::UnknownUrn) => {
                self.findings.add(Rule::UnknownWord, node, V::NAME);
                None
            }
        }
    }

    pub(super) fn code_of<V: Vocabulary>(
        &mut self,
        fields: &Fields<'_, '_>,
        field: Field,
    ) -> Option<Code<V>> {
        fields.get(field).and_then(|node| self.code(node))
    }
}
