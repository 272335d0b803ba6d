//! Namespaces in force (Namespaces in XML 1.0).

use std::borrow::Cow;

use crate::tree::{MAX_SPACE, MAX_SPACES};

/// The namespace of `xsi:type` and `xsi:nil`.
pub(super) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// The namespace of the standard's types.
pub(super) const XSD: &str = "http://www.w3.org/2001/XMLSchema";
/// The namespace of `xml:space` and `xml:lang`.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of headers for business documents.
pub(super) const SBDH: &str = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";

/// Which namespace of a source; [`NONE`] is none.
pub(super) type Index = u16;
/// No namespace.
pub(super) const NONE: Index = 0;

/// What a namespace is to the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Its own, in that major version.
    Standard(u8),
    /// Of XML itself: no data.
    Syntax,
    /// Someone's own.
    Own,
}

/// What the IRI is to the standard.
pub(super) fn role(iri: &str) -> Role {
    match iri {
        "urn:epcglobal:epcis:xsd:2"
        | "urn:epcglobal:epcis-query:xsd:2"
        | "urn:epcglobal:epcis-masterdata:xsd:2" => Role::Standard(2),
        "urn:epcglobal:epcis:xsd:1"
        | "urn:epcglobal:epcis-query:xsd:1"
        | "urn:epcglobal:epcis-masterdata:xsd:1" => Role::Standard(1),
        XSI | XSD | XML => Role::Syntax,
        _ => Role::Own,
    }
}

/// A namespace that a source names.
#[derive(Debug)]
pub(super) struct Known<'s> {
    pub(super) iri: Cow<'s, str>,
    pub(super) role: Role,
}

/// Why a declaration does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// There are more than [`MAX_SPACES`], or one is longer than [`MAX_SPACE`].
    TooMany,
    /// A prefix or namespace that may not be declared so, or not twice.
    Reserved,
}

/// Prefixes in force, and all namespaces and prefixes seen so far.
#[derive(Debug)]
pub(super) struct Scopes<'s> {
    pub(super) known: Vec<Known<'s>>,
    /// Prefix, namespace and where it is declared: each pair once.
    pub(super) declared: Vec<(&'s str, Index, usize)>,
    bindings: Vec<(&'s str, Index)>,
    // Where the bindings of open elements begin.
    frames: Vec<usize>,
}

impl<'s> Scopes<'s> {
    pub(super) fn new() -> Self {
        let none = Known { iri: Cow::Borrowed(""), role: Role::Syntax };
        let xml = Known { iri: Cow::Borrowed(XML), role: Role::Syntax };
        Self { known: vec![none, xml], declared: Vec::new(), bindings: vec![("xml", 1)], frames: Vec::new() }
    }

    /// An element opens; its declarations follow.
    pub(super) fn open(&mut self) {
        self.frames.push(self.bindings.len());
    }

    /// The innermost element closes.
    pub(super) fn close(&mut self) {
        if let Some(begin) = self.frames.pop() {
            self.bindings.truncate(begin);
        }
    }

    /// Binds a prefix, or without one the namespace of names that have none.
    pub(super) fn declare(&mut self, prefix: &'s str, iri: Cow<'s, str>, at: usize) -> Result<(), Refused> {
        let undeclares = iri.is_empty() && !prefix.is_empty();
        if prefix == "xmlns"
            || undeclares
            || iri == "http://www.w3.org/2000/xmlns/"
            || (prefix == "xml") != (iri == XML)
        {
            return Err(Refused::Reserved);
        }
        let begin = self.frames.last().copied().unwrap_or(0);
        if self.bindings[begin..].iter().any(|binding| binding.0 == prefix) {
            return Err(Refused::Reserved);
        }
        let index = self.index(iri)?;
        if self.bindings.len() > MAX_SPACES {
            return Err(Refused::TooMany);
        }
        self.bindings.push((prefix, index));
        if !self.declared.iter().any(|known| known.0 == prefix && known.1 == index) {
            if self.declared.len() >= MAX_SPACES {
                return Err(Refused::TooMany);
            }
            self.declared.push((prefix, index, at));
        }
        Ok(())
    }

    fn index(&mut self, iri: Cow<'s, str>) -> Result<Index, Refused> {
        if let Some(index) = self.known.iter().position(|known| known.iri == iri) {
            return Index::try_from(index).map_err(|_| Refused::TooMany);
        }
        if self.known.len() > MAX_SPACES || iri.len() > MAX_SPACE {
            return Err(Refused::TooMany);
        }
        let role = role(&iri);
        self.known.push(Known { iri, role });
        Index::try_from(self.known.len() - 1).map_err(|_| Refused::TooMany)
    }

    /// The namespace of a prefix.
    pub(super) fn find(&self, prefix: &str) -> Option<Index> {
        let found = self.bindings.iter().rev().find(|binding| binding.0 == prefix).map(|binding| binding.1);
        found.or_else(|| prefix.is_empty().then_some(NONE))
    }
}
