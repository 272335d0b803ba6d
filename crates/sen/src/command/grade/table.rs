//! A table of marks, from CSV or a workbook: its header and its rows.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use ocop::Row;
use ocop::ballot::Column;
use serde::Serialize;

use super::{Lang, csv, words, xlsx};

/// The largest table that is read, in bytes.
const MAX_TABLE_BYTES: u64 = 256 * 1024 * 1024;
/// What a zip archive, and so a workbook, begins with.
const ZIP: &[u8] = b"PK\x03\x04";

/// A row that cannot be used, or the header where the whole table cannot.
#[derive(Debug, Serialize)]
pub(super) struct Refused {
    pub(super) row: u32,
    pub(super) column: Option<String>,
    pub(super) message: String,
}

impl Refused {
    /// One line for people.
    pub(super) fn line(&self) -> String {
        let Self { row, column, message } = self;
        match column {
            Some(column) => format!("{row}: {column}: {message}"),
            None => format!("{row}: {message}"),
        }
    }
}

/// One line of a table: its number and its cells.
#[derive(Debug)]
pub(super) struct Line<'t> {
    pub(super) number: u32,
    pub(super) cells: Vec<Cow<'t, str>>,
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The rows of marks, each cell in the column's place of [`Column::ALL`].
#[derive(Debug)]
pub(super) struct Rows {
    rows: Vec<(u32, [String; 5])>,
    /// Rows that have cells outside the columns.
    pub(super) surplus: Vec<Refused>,
}

impl Rows {
    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(number, [product, member, criterion, case, points])| Row {
            number: *number,
            product,
            member,
            criterion,
            case,
            points,
        })
    }
}

/// Reads a table by its content. The outer error: it cannot be opened; the inner: it is refused.
pub(super) fn read(path: &Path, lang: Lang) -> Result<std::result::Result<Rows, Refused>> {
    let shown = || path.display().to_string();
    let size = fs::metadata(path).with_context(shown)?.len();
    if size > MAX_TABLE_BYTES {
        bail!("{}: {}", shown(), words::too_large(MAX_TABLE_BYTES, lang));
    }
    let bytes = fs::read(path).with_context(shown)?;
    if bytes.starts_with(ZIP) {
        let lines = xlsx::lines(bytes).with_context(shown)?;
        return Ok(rows(lines, lang));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(csv::lines(text, lang).and_then(|lines| rows(lines, lang))),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let breaks = before.iter().filter(|byte| **byte == b'\n').count();
            let row = u32::try_from(breaks + 1).unwrap_or(u32::MAX);
            Ok(Err(Refused { row, column: None, message: words::not_utf8(lang) }))
        }
    }
}

/// Takes the first line that is not blank as the header; blank lines are skipped but counted.
fn rows(lines: Vec<Line<'_>>, lang: Lang) -> std::result::Result<Rows, Refused> {
    let mut lines = lines.into_iter().filter(|line| !line.is_blank());
    let Some(header) = lines.next() else {
        return Err(Refused { row: 1, column: None, message: words::no_rows(lang) });
    };
    let places = header_places(&header, lang)?;
    let (mut rows, mut surplus) = (Vec::new(), Vec::new());
    for line in lines {
        if line.cells.iter().skip(places.len()).any(|cell| !cell.trim().is_empty()) {
            let message = words::surplus_cells(places.len(), lang);
            surplus.push(Refused { row: line.number, column: None, message });
            continue;
        }
        let mut cells: [String; 5] = Default::default();
        for (cell, place) in line.cells.into_iter().zip(&places) {
            if let Some(slot) = place.and_then(|place| cells.get_mut(place)) {
                *slot = cell.into_owned();
            }
        }
        rows.push((line.number, cells));
    }
    if rows.is_empty() && surplus.is_empty() {
        return Err(Refused { row: header.number, column: None, message: words::no_rows(lang) });
    }
    Ok(Rows { rows, surplus })
}

/// The place in [`Column::ALL`] of each cell of the header; none for empty cells at its end.
fn header_places(header: &Line<'_>, lang: Lang) -> std::result::Result<Vec<Option<usize>>, Refused> {
    let refuse = |column: Option<&str>, message| {
        Err(Refused { row: header.number, column: column.map(str::to_owned), message })
    };
    let filled = header.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    let mut places = Vec::with_capacity(filled);
    for cell in header.cells.iter().take(filled) {
        let name = cell.trim();
        let place = Column::ALL.iter().position(|column| column.name() == name);
        match place {
            None => return refuse(Some(name), words::unknown_column(name, lang)),
            Some(_) if places.contains(&place) => return refuse(Some(name), words::column_twice(name, lang)),
            Some(_) => places.push(place),
        }
    }
    for (place, column) in Column::ALL.iter().enumerate() {
        if !places.contains(&Some(place)) {
            return refuse(Some(column.name()), words::column_missing(column.name(), lang));
        }
    }
    Ok(places)
}
