//! XML out: EPCIS 2.0, or 1.2 where it can carry what the model says.

mod document;
mod event;
mod extension;
mod out;
mod parts;
mod prefix;
mod refused;
mod sensor;

pub use refused::{Step, Unwritable};

use crate::check::{MAX_FINDINGS, Rule};
use crate::model::Content;
use crate::tree::Field;
use out::Out;
use prefix::Prefixes;

/// A version of the XML binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// EPCIS 2.0.
    Two,
    /// EPCIS 1.2, ISO/IEC 19987:2017.
    OneTwo,
}

/// How values of the core business vocabulary are written; those that CBV 1.x did not have are always IRIs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordForm {
    /// As URNs of CBV 1.x.
    Urn,
    /// As IRIs of CBV 2.0.
    WebUri,
}

/// Writes a document, results or a bare event, with URNs of the vocabularies: [`write_with`].
///
/// # Errors
/// As [`write_with`].
pub fn write(content: &Content, version: Version) -> Result<String, Vec<Unwritable>> {
    write_with(content, version, WordForm::Urn)
}

/// Writes a document, results or a bare event, with words of the vocabularies in a form. 1.2 knows URNs alone.
///
/// # Errors
/// What the binding cannot carry, at most [`MAX_FINDINGS`]: in 1.2 association events, sensor elements,
/// persistent dispositions and certificates; in both names and characters that XML does not have, lists within
/// lists, and a question put into a query document.
pub fn write_with(content: &Content, version: Version, words: WordForm) -> Result<String, Vec<Unwritable>> {
    let prefixes = Prefixes::of(content);
    let words = if version == Version::OneTwo { WordForm::Urn } else { words };
    let mut writer =
        Writer { out: Out::new(), version, words, prefixes, path: Vec::new(), refused: Vec::new() };
    match content {
        Content::Document(document) => writer.document(document),
        Content::QueryDocument(document) => writer.query_document(document),
        Content::Event(event, _) => writer.bare_event(event),
    }
    if writer.refused.is_empty() { Ok(writer.out.finish()) } else { Err(writer.refused) }
}

struct Writer<'m> {
    out: Out,
    version: Version,
    words: WordForm,
    prefixes: Prefixes<'m>,
    path: Vec<Step>,
    refused: Vec<Unwritable>,
}

impl Writer<'_> {
    fn refuse(&mut self, rule: Rule) {
        if self.refused.len() < MAX_FINDINGS {
            self.refused.push(Unwritable { rule, path: self.path.clone() });
        }
    }

    fn within(&mut self, step: Step, write: impl FnOnce(&mut Self)) {
        self.path.push(step);
        write(self);
        self.path.pop();
    }

    /// An element with a text.
    fn element(&mut self, name: &str, field: Field, text: &str) {
        self.out.open(name);
        if !self.out.text(text) {
            self.within(Step::Field(field), |writer| writer.refuse(Rule::NoXmlValue));
        }
        self.out.close(name);
    }

    fn field(&mut self, field: Field, text: &str) {
        self.element(field.element(), field, text);
    }

    fn attribute(&mut self, field: Field, text: &str) {
        if !self.out.attribute(field.word(), text) {
            self.within(Step::Field(field), |writer| writer.refuse(Rule::NoXmlValue));
        }
    }
}
