//! Element strings as people read them: `(01)…(10)…`, with `\(` for a bracket in a value.

use std::borrow::Cow;

use super::{Element, MOST_ELEMENTS, check, short_enough};
use crate::{Ai, Code, Gs1Error};

/// Reads and checks an element string in brackets.
///
/// # Errors
/// The first thing that does not hold; offsets count from the text's start.
pub fn parse(text: &str) -> Result<Vec<Element<'_>>, Gs1Error> {
    short_enough(text)?;
    let mut elements = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (name, value_at) = name(text, at)?;
        let Some(ai) = Ai::parse(name) else {
            return Err(Gs1Error::new(Code::UnknownAi, name, at, name));
        };
        if elements.len() == MOST_ELEMENTS {
            return Err(Gs1Error::new(Code::TooManyElements, name, at, name));
        }
        let (value, end) = value(text, value_at);
        elements.push(Element { ai, value, offset: at });
        at = end;
    }
    check(&elements)?;
    Ok(elements)
}

/// What stands in the brackets that open here, and where they end.
fn name(text: &str, at: usize) -> Result<(&str, usize), Gs1Error> {
    let rest = &text[at..];
    let inside = rest.strip_prefix('(').and_then(|inside| inside.split_once(')'));
    match inside {
        Some((name, _)) => Ok((name, at + name.len() + 2)),
        None => Err(Gs1Error::new(Code::Bracket, "", at, rest).expecting("(01)…")),
    }
}

/// The value up to the next bracket that opens, and where it ends.
fn value(text: &str, at: usize) -> (Cow<'_, str>, usize) {
    let bytes = text.as_bytes();
    let opens = |at: &usize| bytes[*at] == b'(' && bytes[*at - 1] != b'\\';
    let end = (at..bytes.len()).find(opens).unwrap_or(bytes.len());
    let raw = &text[at..end];
    let value = if raw.contains("\\(") { Cow::Owned(raw.replace("\\(", "(")) } else { Cow::Borrowed(raw) };
    (value, end)
}
