//! Element strings as scanners send them: without brackets, a separator behind values of open length.

use std::borrow::Cow;

use super::{Element, MOST_ELEMENTS, check, short_enough};
use crate::{Ai, Code, Gs1Error};

/// The separator, sent for the symbol's FNC1 (ASCII group separator).
pub const SEPARATOR: char = '\u{1d}';
/// How FNC1 is written where control characters cannot be.
const CARET: char = '^';
/// Symbology identifiers of symbols that carry element strings (ISO/IEC 15424).
const SYMBOLOGIES: [&str; 6] = ["]C1", "]e0", "]d2", "]Q3", "]J1", "]e1"];

/// The symbology identifier that a scanned text begins with.
#[must_use]
pub fn symbology(text: &str) -> Option<&'static str> {
    SYMBOLOGIES.iter().copied().find(|symbology| text.starts_with(symbology))
}

/// Reads and checks a scanned element string, with or without symbology identifier and leading separator; `^` is
/// read as a separator too.
///
/// # Errors
/// The first thing that does not hold; offsets count from the text's start.
pub fn parse(text: &str) -> Result<Vec<Element<'_>>, Gs1Error> {
    short_enough(text)?;
    let separates = |c: char| c == SEPARATOR || c == CARET;
    let mut at = symbology(text).map_or(0, str::len);
    at += text[at..].chars().next().filter(|c| separates(*c)).map_or(0, char::len_utf8);
    if at == text.len() {
        return Err(Gs1Error::new(Code::Nothing, "", at, ""));
    }
    let mut elements = Vec::new();
    while at < text.len() {
        let rest = &text[at..];
        let Some(ai) = Ai::at_start_of(rest) else {
            let start: String = rest.chars().take(4).collect();
            return Err(Gs1Error::new(Code::UnknownAi, &start, at, rest));
        };
        if elements.len() == MOST_ELEMENTS {
            return Err(Gs1Error::new(Code::TooManyElements, &ai.to_string(), at, rest));
        }
        let after = &rest[ai.digits()..];
        let open = after.find(separates).unwrap_or(after.len());
        // What follows a value of predefined length is the next identifier.
        let length = if ai.identifier().fixed { open.min(ai.identifier().max) } else { open };
        let Some(value) = after.get(..length) else {
            return Err(Gs1Error::new(Code::Character, &ai.to_string(), at, after));
        };
        elements.push(Element { ai, value: Cow::Borrowed(value), offset: at });
        at += ai.digits() + length;
        at += text[at..].chars().next().filter(|c| separates(*c)).map_or(0, char::len_utf8);
    }
    check(&elements)?;
    Ok(elements)
}
