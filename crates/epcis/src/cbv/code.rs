//! A value of a vocabulary: one of the standard's terms, or an IRI of one's own.

use std::fmt;

use super::{Term, Vocabulary};
use crate::model::Uri;

/// A term of the vocabulary `V`, or an IRI of one's own.
pub enum Code<V> {
    /// One of the standard's terms.
    Standard(Term<V>),
    /// An IRI of one's own; also a compact one, kept as written.
    Own(Uri),
}

/// Why a text is no value of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// A bare word that the standard does not have.
    Unknown,
    /// A URN in the standard's own namespace that the standard does not have.
    UnknownUrn,
    /// Neither a word nor an IRI.
    NoIri,
}

impl<V: Vocabulary> Code<V> {
    /// Reads a bare word, a compact IRI, the URN of CBV 1.x, the IRI of CBV 2.0, or an IRI of one's own.
    ///
    /// # Errors
    /// The word is unknown, or the text is no IRI.
    pub fn read(text: &str) -> Result<Self, CodeFault> {
        if let Some(term) = Self::standard(text) {
            return Ok(Self::Standard(term));
        }
        if !text.contains(':') {
            if V::DRAFTS.contains(&text) {
                return Uri::read(&[V::IRI, text].concat()).map(Self::Own).map_err(|_| CodeFault::NoIri);
            }
            return Err(CodeFault::Unknown);
        }
        if text.starts_with("urn:epcglobal:cbv") || is_old_web(text) {
            return Err(CodeFault::UnknownUrn);
        }
        Uri::read(text).map(Self::Own).map_err(|_| CodeFault::NoIri)
    }

    /// The term that the text stands for in any of its forms.
    #[must_use]
    pub fn standard(text: &str) -> Option<Term<V>> {
        let after = |prefix: &str| text.strip_prefix(prefix);
        let word = after(V::IRI).or_else(|| after(V::CURIE)).or_else(|| V::URN.and_then(after));
        Term::of(word.unwrap_or(text))
    }

    /// The IRI of CBV 2.0, or one's own as written.
    #[must_use]
    pub fn iri(&self) -> String {
        match self {
            Self::Standard(term) => [V::IRI, term.word()].concat(),
            Self::Own(uri) => uri.as_str().to_owned(),
        }
    }

    /// The bare word of the standard, or one's own IRI as written: the form of JSON-LD.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Standard(term) => term.word(),
            Self::Own(uri) => uri.as_str(),
        }
    }

    /// The URN of CBV 1.x, where the vocabulary has one; else the IRI: the form of XML.
    #[must_use]
    pub fn urn(&self) -> String {
        match (self, V::URN) {
            (Self::Standard(term), Some(urn)) => [urn, term.word()].concat(),
            _ => self.iri(),
        }
    }
}

fn is_old_web(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with("ns.gs1.org/cbv/"))
}

impl<V> Clone for Code<V> {
    fn clone(&self) -> Self {
        match self {
            Self::Standard(term) => Self::Standard(*term),
            Self::Own(uri) => Self::Own(uri.clone()),
        }
    }
}

impl<V> PartialEq for Code<V> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Standard(one), Self::Standard(two)) => one == two,
            (Self::Own(one), Self::Own(two)) => one == two,
            _ => false,
        }
    }
}

impl<V> Eq for Code<V> {}

impl<V: Vocabulary> fmt::Debug for Code<V> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())
    }
}
