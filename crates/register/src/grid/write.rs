//! Writing XLSX.

use ground::{Refusal, Result};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Widest column in characters.
const WIDEST: usize = 60;

/// A workbook of one sheet: a bold header that stays in sight, texts as texts so that no cell is run as a formula.
///
/// # Errors
/// The workbook cannot be written.
pub fn xlsx(name: &str, head: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>> {
    written(name, head, rows).map_err(Refusal::unexpected)
}

fn written(name: &str, head: &[String], rows: &[Vec<String>]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    let bold = Format::new().set_bold();
    for (column, label) in (0_u16..).zip(head) {
        sheet.write_string_with_format(0, column, label, &bold)?;
        let longest =
            rows.iter().filter_map(|row| row.get(usize::from(column))).map(|cell| cell.chars().count());
        let width = longest.chain([label.chars().count()]).max().unwrap_or(0).min(WIDEST);
        sheet.set_column_width(column, u32::try_from(width + 2).unwrap_or(10))?;
    }
    for (number, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            sheet.write_string(number, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}
