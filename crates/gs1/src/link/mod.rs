//! GS1 Digital Link URIs: identifiers in a web address (GS1 Digital Link Standard: URI Syntax 1.4 and later).

mod build;
mod canonical;
pub mod compressed;
mod digit;
mod named;
mod parse;
mod query;
mod root;

pub use build::build;
pub use digit::wrong_check_digit;
pub(crate) use named::named;
pub(crate) use parse::check_value;
pub(crate) use root::{is_scheme, pairs, root, tail};

use crate::{Element, ai::number};

/// The domain of canonical links.
pub const CANONICAL_STEM: &str = "https://id.gs1.org";
/// Most bytes of a link.
pub const LONGEST_LINK: usize = 8 * 1024;

/// How much is forgiven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As the standard says today: 14 digits in a GTIN, numbers as names, no slash at the end.
    Strict,
    /// Also what was printed before: shorter GTINs, names such as `gtin` and `lot`, a slash at the end.
    Tolerant,
}

/// A Digital Link URI, proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigitalLink<'a> {
    stem: &'a str,
    path: Vec<Element<'a>>,
    attributes: Vec<Element<'a>>,
    extra: Vec<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> DigitalLink<'a> {
    /// Scheme, domain and the path before the key.
    #[must_use]
    pub const fn stem(&self) -> &'a str {
        self.stem
    }

    /// The primary key and its qualifiers in order.
    #[must_use]
    pub fn path(&self) -> &[Element<'a>] {
        &self.path
    }

    /// The data attributes of the query.
    #[must_use]
    pub fn attributes(&self) -> &[Element<'a>] {
        &self.attributes
    }

    /// The other parameters of the query, as they were written.
    #[must_use]
    pub fn extra(&self) -> &[&'a str] {
        &self.extra
    }

    /// What stands behind `#`.
    #[must_use]
    pub const fn fragment(&self) -> Option<&'a str> {
        self.fragment
    }

    /// All elements: path, then attributes.
    pub fn elements(&self) -> impl Iterator<Item = &Element<'a>> + Clone {
        self.path.iter().chain(&self.attributes)
    }

    /// The value of an identifier.
    #[must_use]
    pub fn value(&self, ai: u16) -> Option<&str> {
        self.elements().find(|element| element.ai.number() == ai).map(|element| element.value.as_ref())
    }

    /// One level up: without the finest qualifier and without attributes; none from the key itself.
    #[must_use]
    pub fn up(&self) -> Option<Self> {
        let (_, coarser) = self.path.split_last()?;
        if coarser.is_empty() {
            return None;
        }
        Some(Self { path: coarser.to_vec(), attributes: Vec::new(), ..self.clone() })
    }

    /// The GTIN, where the key is one.
    #[must_use]
    pub fn gtin(&self) -> Option<&str> {
        self.path.first().filter(|key| key.ai.number() == number::GTIN).map(|key| key.value.as_ref())
    }
}
