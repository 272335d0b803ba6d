//! CSV as spreadsheets write it: quotes, CRLF, `,` or `;`, and rows counted as a spreadsheet shows them.

use std::borrow::Cow;

use super::table::{Line, Refused};
use super::{Lang, words};

/// The lines of a text. A line break inside quotes does not begin a new one.
pub(super) fn lines(text: &str, lang: Lang) -> Result<Vec<Line<'_>>, Refused> {
    let separator = separator(text);
    let mut rest = text;
    let mut lines = Vec::new();
    let mut number = 0;
    while !rest.is_empty() {
        number += 1;
        let mut cells = Vec::new();
        loop {
            let Some((cell, end, after)) = cell(rest, separator) else {
                return Err(Refused { row: number, column: None, message: words::open_quote(lang) });
            };
            cells.push(cell);
            rest = after;
            if end == End::Line {
                break;
            }
        }
        lines.push(Line { number, cells });
    }
    Ok(lines)
}

/// `;` where the first line that is not blank has it, `,` otherwise.
fn separator(text: &str) -> char {
    let header = text.split(['\n', '\r']).find(|line| !line.trim().is_empty()).unwrap_or_default();
    if header.contains(';') { ';' } else { ',' }
}

#[derive(PartialEq, Eq)]
enum End {
    Cell,
    Line,
}

/// The first cell, how it ends, and what comes after; none where a quote is not closed.
fn cell(text: &str, separator: char) -> Option<(Cow<'_, str>, End, &str)> {
    let lead = text.trim_start_matches([' ', '\t', '\u{a0}']);
    match lead.strip_prefix('"') {
        Some(quoted) => quoted_cell(quoted, separator),
        None => {
            let (cell, end, after) = plain(text, separator);
            Some((Cow::Borrowed(cell), end, after))
        }
    }
}

fn plain(text: &str, separator: char) -> (&str, End, &str) {
    let Some(at) = text.find([separator, '\n', '\r']) else { return (text, End::Line, "") };
    let (cell, rest) = text.split_at(at);
    if let Some(after) = rest.strip_prefix(separator) {
        return (cell, End::Cell, after);
    }
    let after = rest.strip_prefix("\r\n").or_else(|| rest.get(1..)).unwrap_or_default();
    (cell, End::Line, after)
}

fn quoted_cell(text: &str, separator: char) -> Option<(Cow<'_, str>, End, &str)> {
    let mut value = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_once('"')?;
        value.push_str(part);
        match after.strip_prefix('"') {
            Some(more) => {
                value.push('"');
                rest = more;
            }
            None => {
                rest = after;
                break;
            }
        }
    }
    let (tail, end, after) = plain(rest, separator);
    value.push_str(tail.trim_end());
    Some((Cow::Owned(value), end, after))
}
