//! Patterns of identifiers (section 8.2.7.1.1; EPC Tag Data Standard, section 8).
//!
//! A pattern is an EPC URN whose parts may be `*` or `[low-high]`, or a Digital Link with the same in its
//! segments. Both are compared with the canonical link of an identifier, so either fits either. Any other
//! URI may have `*` for anything.

mod glob;
mod layout;
mod link;
mod span;
mod urn;

pub use link::KeyPattern;
pub use span::Span;

use super::identifier::{Identifiers, canonical_into};
use crate::model::Uri;

/// A pattern that leaves something open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    written: Uri,
    form: Form,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    Key(Box<KeyPattern>),
    Glob(Box<str>),
}

impl Pattern {
    /// As written.
    #[must_use]
    pub const fn written(&self) -> &Uri {
        &self.written
    }

    /// What it says of a key of GS1.
    #[must_use]
    pub const fn key(&self) -> Option<&KeyPattern> {
        match &self.form {
            Form::Key(key) => Some(key),
            Form::Glob(_) => None,
        }
    }

    // `link` is the canonical form of `uri`, where it has one.
    fn fits(&self, uri: &str, link: Option<&str>) -> bool {
        match &self.form {
            Form::Key(key) => link.is_some_and(|link| key.fits(link)),
            Form::Glob(glob) => glob::fits(glob, uri),
        }
    }
}

/// What the values of a `MATCH_` parameter say: identifiers and patterns, of which one must fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patterns {
    exact: Identifiers,
    open: Vec<Pattern>,
}

impl Patterns {
    /// Reads values.
    ///
    /// # Errors
    /// The value that looks like a pattern of a key and is none.
    pub fn read(values: Vec<Uri>) -> Result<Self, Uri> {
        let (mut exact, mut open) = (Vec::new(), Vec::new());
        for uri in values {
            match open_form(uri.as_str()) {
                Ok(None) => exact.push(uri),
                Ok(Some(form)) => open.push(Pattern { written: uri, form }),
                Err(BadPattern) => return Err(uri),
            }
        }
        Ok(Self { exact: Identifiers::of(exact), open })
    }

    /// The identifiers without anything open.
    #[must_use]
    pub const fn exact(&self) -> &Identifiers {
        &self.exact
    }

    /// The patterns.
    #[must_use]
    pub fn open(&self) -> &[Pattern] {
        &self.open
    }

    // The canonical form of an identifier is made once for all that is asked.
    pub(super) fn fit(&self, uri: &str, scratch: &mut String) -> bool {
        if self.exact.has(uri) {
            return true;
        }
        let link = canonical_into(uri, scratch).then_some(scratch.as_str());
        link.is_some_and(|link| self.exact.has(link))
            || self.open.iter().any(|pattern| pattern.fits(uri, link))
    }
}

/// A pattern of a key that cannot be read.
struct BadPattern;

fn open_form(uri: &str) -> Result<Option<Form>, BadPattern> {
    // A pattern may leave nothing open, and then names what an identifier would.
    if !uri.contains(['*', '[']) && !uri.starts_with(urn::PATTERN) {
        return Ok(None);
    }
    if let Some(body) = urn::body(uri) {
        if let Some(glob) = urn::glob(body) {
            return Ok(Some(Form::Glob(glob)));
        }
        return urn::read(body).map(|key| Some(Form::Key(Box::new(key)))).ok_or(BadPattern);
    }
    if let Some(key) = link::read(uri) {
        return Ok(Some(Form::Key(Box::new(key))));
    }
    Ok(uri.contains('*').then(|| Form::Glob(uri.into())))
}
