//! The first sheet of a workbook as lines of text cells.

use std::borrow::Cow;
use std::io::Cursor;

use anyhow::{Context, Result};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use super::table::Line;

/// Whole numbers up to here are exact in a cell.
const EXACT_WHOLE: f64 = 9_007_199_254_740_992.0;

/// The lines of the first sheet, numbered as the spreadsheet shows them.
pub(super) fn lines(bytes: Vec<u8>) -> Result<Vec<Line<'static>>> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let range = workbook.worksheet_range_at(0).context("no worksheet")??;
    let first = range.start().map_or(0, |start| start.0) + 1;
    Ok((first..)
        .zip(range.rows())
        .map(|(number, cells)| Line {
            number,
            cells: cells.iter().map(|cell| Cow::Owned(text(cell))).collect(),
        })
        .collect())
}

/// What a cell shows: a whole number without decimals, so that 1 and 1.1 are criteria.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < EXACT_WHOLE => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::String(text) => text.clone(),
        other => other.to_string(),
    }
}
