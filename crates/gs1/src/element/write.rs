//! Writes element strings.

use super::{Element, SEPARATOR};

/// As people read them: `(01)…(10)…`.
#[must_use]
pub fn to_bracketed(elements: &[Element<'_>]) -> String {
    let mut out = String::new();
    for element in elements {
        out.push('(');
        element.ai.push_digits(&mut out);
        out.push(')');
        out.push_str(&element.value.replace('(', "\\("));
    }
    out
}

/// As scanners send them, behind a symbology identifier such as `]d2`: elements of predefined length first, as the
/// General Specifications recommend, so that fewest separators are needed.
#[must_use]
pub fn to_scanned(elements: &[Element<'_>]) -> String {
    let mut out = String::new();
    let fixed = |element: &&Element<'_>| element.ai.identifier().fixed;
    let open = elements.iter().filter(|element| !fixed(element));
    let mut rest = elements.iter().filter(fixed).chain(open).peekable();
    while let Some(element) = rest.next() {
        element.ai.push_digits(&mut out);
        out.push_str(&element.value);
        if !element.ai.identifier().fixed && rest.peek().is_some() {
            out.push(SEPARATOR);
        }
    }
    out
}
