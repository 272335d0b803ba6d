//! EPC URNs (EPC Tag Data Standard, section 6; Core Business Vocabulary, section 8) and what they are as links.

mod hashed;
mod other;
mod parse;
mod parts;
mod prefix;
mod scheme;
mod write;

pub use hashed::{to_hashed_link, write_hashed_link};
pub use prefix::PrefixLengths;
pub use scheme::Scheme;
pub use write::to_urn;

use crate::link::{self, CANONICAL_STEM};
use crate::{Code, Element, Gs1Error};

/// What an EPC URN names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One thing: `urn:epc:id:`.
    Instance,
    /// A class of things: `urn:epc:class:`.
    Class,
    /// All things that fit a pattern: `urn:epc:idpat:`.
    Pattern,
}

/// An EPC URN, proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Epc {
    scheme: Scheme,
    kind: Kind,
    prefix_digits: usize,
    elements: Vec<Element<'static>>,
}

impl Epc {
    /// Its scheme.
    #[must_use]
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// What it names.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The digits of its company prefix; 0 where it has none.
    #[must_use]
    pub const fn prefix_digits(&self) -> usize {
        self.prefix_digits
    }

    /// The key and its qualifiers; none for schemes that are not GS1's and for patterns that leave the key open.
    #[must_use]
    pub fn elements(&self) -> &[Element<'static>] {
        &self.elements
    }

    /// As a Digital Link under a stem.
    ///
    /// # Errors
    /// The URN names no GS1 key.
    pub fn link(&self, stem: &str) -> Result<String, Gs1Error> {
        if self.elements.is_empty() {
            return Err(Gs1Error::new(Code::NoKey, "", 0, self.scheme.name()));
        }
        link::build(&self.elements, stem)
    }
}

/// An EPC URN as a canonical Digital Link.
///
/// # Errors
/// The URN does not hold, or names no GS1 key.
pub fn to_digital_link(urn: &str) -> Result<String, Gs1Error> {
    Epc::parse(urn)?.link(CANONICAL_STEM)
}
