//! Element strings: identifiers and their values, one after the other (GS1 General Specifications, section 3.2
//! and 7.8).

mod bracketed;
mod scanned;
mod write;

use std::borrow::Cow;

pub use bracketed::parse as parse_bracketed;
pub use scanned::{SEPARATOR, parse as parse_scanned, symbology};
pub use write::{to_bracketed, to_scanned};

use crate::ai::check_associations;
use crate::link::check_value;
use crate::{Ai, Code, Gs1Error};

/// Most elements that one text may carry.
pub const MOST_ELEMENTS: usize = 64;
/// Most bytes of an element string.
pub const LONGEST_ELEMENT_STRING: usize = 8 * 1024;

/// An application identifier and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element<'a> {
    /// The identifier.
    pub ai: Ai,
    /// The value, without escapes.
    pub value: Cow<'a, str>,
    /// Where the identifier stands in the text that was read, in bytes.
    pub offset: usize,
}

impl<'a> Element<'a> {
    /// An element that was not read from a text.
    pub fn new(ai: Ai, value: impl Into<Cow<'a, str>>) -> Self {
        Self { ai, value: value.into(), offset: 0 }
    }
}

/// Checks every value, and the elements against each other.
///
/// # Errors
/// The first thing that does not hold.
pub fn check(elements: &[Element<'_>]) -> Result<(), Gs1Error> {
    elements.iter().try_for_each(check_value)?;
    check_associations(elements)
}

fn short_enough(text: &str) -> Result<(), Gs1Error> {
    if text.len() > LONGEST_ELEMENT_STRING {
        let refusal = Gs1Error::new(Code::TextTooLong, "", LONGEST_ELEMENT_STRING, text);
        return Err(refusal.expecting(LONGEST_ELEMENT_STRING.to_string()));
    }
    if text.is_empty() { Err(Gs1Error::new(Code::Nothing, "", 0, "")) } else { Ok(()) }
}
