//! What is known of an application identifier, and how its values are checked.

use std::borrow::Cow;
use std::ops::Range;

use super::part::Part;
use super::set::Set;
use super::span::Span;
use crate::{Code, Gs1Error};

/// What is known of an application identifier.
#[derive(Debug)]
pub struct Identifier {
    /// Its data title.
    pub title: &'static str,
    /// Of predefined length: no separator follows in an element string.
    pub fixed: bool,
    /// May stand in the query of a Digital Link.
    pub attribute: bool,
    /// Fewest characters of its value.
    pub min: usize,
    /// Most characters of its value.
    pub max: usize,
    pub(super) parts: Vec<Part>,
    pub(super) key: Option<Vec<Vec<u16>>>,
    pub(super) needs: Vec<Vec<Span>>,
    pub(super) never: Vec<Span>,
}

impl Identifier {
    /// Whether it is a primary key of Digital Link.
    #[must_use]
    pub const fn is_key(&self) -> bool {
        self.key.is_some()
    }

    /// The alternative rows of qualifiers that may follow the key, each in its order.
    #[must_use]
    pub fn qualifiers(&self) -> &[Vec<u16>] {
        self.key.as_deref().unwrap_or_default()
    }

    /// Whether these qualifiers may follow the key in this order.
    #[must_use]
    pub fn admits(&self, qualifiers: impl Iterator<Item = u16> + Clone) -> bool {
        if qualifiers.clone().next().is_none() {
            return self.is_key();
        }
        self.qualifiers().iter().any(|row| {
            let mut rest = row.iter();
            qualifiers.clone().all(|wanted| rest.any(|known| *known == wanted))
        })
    }

    /// Checks a value, component by component.
    pub(crate) fn check(&self, value: &str) -> Result<(), Fault> {
        let value = value.as_bytes();
        let length = value.len();
        if length == 0 {
            return Err(Fault::new(Code::ValueEmpty, 0..0).expecting(self.length()));
        }
        if length < self.min {
            return Err(Fault::new(Code::ValueTooShort, 0..length).expecting(self.length()));
        }
        if length > self.max {
            return Err(Fault::new(Code::ValueTooLong, self.max..length).expecting(self.length()));
        }
        let mut at = 0;
        for part in &self.parts {
            at += part.take(&value[at..]).map_err(|fault| fault.shifted(at))?;
        }
        if at < length {
            return Err(Fault::new(Code::ValueTooLong, at..length).expecting(self.length()));
        }
        Ok(())
    }

    /// Whether a value has the format's length and characters, whatever its content.
    #[must_use]
    pub fn fits(&self, value: &str) -> bool {
        let value = value.as_bytes();
        let mut at = 0;
        for part in &self.parts {
            match part.shape(&value[at..]) {
                Ok(taken) => at += taken,
                Err(_) => return false,
            }
        }
        at == value.len() && at > 0
    }

    /// The components of its value.
    pub(crate) fn components(&self) -> impl Iterator<Item = Component> {
        self.parts.iter().map(|part| Component {
            numeric: part.set == Set::Numeric,
            min: part.min,
            max: part.max,
            optional: part.optional,
        })
    }

    /// Its length in words: `14` or `1–20`.
    fn length(&self) -> String {
        if self.min == self.max { self.min.to_string() } else { format!("{}–{}", self.min, self.max) }
    }
}

/// A component of a value, by kind and length.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Component {
    pub(crate) numeric: bool,
    pub(crate) min: usize,
    pub(crate) max: usize,
    pub(crate) optional: bool,
}

/// What does not hold in a value: a reason and the bytes it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    code: Code,
    bytes: Range<usize>,
    expects: Cow<'static, str>,
}

impl Fault {
    pub(crate) const fn new(code: Code, bytes: Range<usize>) -> Self {
        Self { code, bytes, expects: Cow::Borrowed("") }
    }

    pub(crate) fn expecting(mut self, expects: impl Into<Cow<'static, str>>) -> Self {
        self.expects = expects.into();
        self
    }

    pub(super) const fn shifted(mut self, by: usize) -> Self {
        self.bytes = self.bytes.start + by..self.bytes.end + by;
        self
    }

    /// The refusal, for an identifier whose value begins at that offset.
    pub(crate) fn at(self, ai: &str, offset: usize, value: &str) -> Gs1Error {
        // A range can end inside a character that is not ASCII: then the whole value is shown.
        let found = value.get(self.bytes.clone()).unwrap_or(value);
        Gs1Error::new(self.code, ai, offset + self.bytes.start, found).expecting(self.expects)
    }
}
