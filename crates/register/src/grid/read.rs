//! Reading: told apart by content; columns go by name.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use ground::fold::fold;
use ground::{FieldProblem, Refusal, Result};

use super::FILE_ROWS;

/// A sheet with a header.
#[derive(Clone, Debug)]
pub struct Grid {
    head: Vec<String>,
    rows: Vec<GridRow>,
}

/// A row with its number as a spreadsheet shows it; the header is row 1.
#[derive(Clone, Debug)]
pub struct GridRow {
    /// The number.
    pub number: usize,
    cells: Vec<String>,
}

impl Grid {
    /// Reads CSV or XLSX; blank rows are skipped but counted, spaces around values do not count.
    ///
    /// # Errors
    /// `register-rows-unreadable`, `register-rows-open-quote`, `register-rows-too-many` or `register-rows-none` at
    /// `file`.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let lines = if bytes.starts_with(b"PK") { read_xlsx(bytes)? } else { read_csv(bytes)? };
        let mut lines =
            lines.into_iter().zip(1_usize..).filter(|(cells, _)| cells.iter().any(|c| !c.is_empty()));
        let (head, _) = lines.next().ok_or_else(|| Refusal::field("file", "register-rows-none"))?;
        let rows: Vec<GridRow> = lines.map(|(cells, number)| GridRow { number, cells }).collect();
        if rows.len() > FILE_ROWS {
            let problem = FieldProblem::new("file", "register-rows-too-many").with("most", FILE_ROWS);
            return Err(Refusal::invalid(vec![problem]));
        }
        if rows.is_empty() {
            return Err(Refusal::field("file", "register-rows-none"));
        }
        Ok(Self { head, rows })
    }

    /// The rows in order.
    pub fn rows(&self) -> &[GridRow] {
        &self.rows
    }

    /// The place of a column by any of its names, compared without marks and capitals.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        self.head.iter().position(|head| names.iter().any(|name| fold(name) == fold(head)))
    }

    /// The place of a column whose name begins so.
    pub fn column_from(&self, start: &str) -> Option<usize> {
        self.head.iter().position(|head| fold(head).starts_with(&fold(start)))
    }

    /// The names of columns at these places are known; the others, as written.
    pub fn unknown(&self, known: &[usize]) -> Vec<&str> {
        let others = self.head.iter().enumerate().filter(|(n, head)| !known.contains(n) && !head.is_empty());
        others.map(|(_, head)| head.as_str()).collect()
    }

    /// The same rows as CSV, to be sent on from one page to the next.
    ///
    /// # Errors
    /// The rows cannot be written.
    pub fn as_csv(&self) -> Result<String> {
        let mut out = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        out.write_record(&self.head).map_err(Refusal::unexpected)?;
        let mut last = 1;
        for row in &self.rows {
            // Blank lines keep the numbers of the rows after them.
            for _ in last + 1..row.number {
                out.write_record([""; 1]).map_err(Refusal::unexpected)?;
            }
            out.write_record(&row.cells).map_err(Refusal::unexpected)?;
            last = row.number;
        }
        let bytes = out.into_inner().map_err(|error| Refusal::unexpected(error.error()))?;
        String::from_utf8(bytes).map_err(Refusal::unexpected)
    }
}

impl GridRow {
    /// A cell; empty where the row is short or the column is not there.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column.and_then(|column| self.cells.get(column)).map_or("", String::as_str)
    }
}

fn unreadable() -> Refusal {
    Refusal::field("file", "register-rows-unreadable")
}

fn read_csv(bytes: &[u8]) -> Result<Vec<Vec<String>>> {
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let separator = if header.matches(';').count() > header.matches(',').count() { ';' } else { ',' };
    rows_of(text, separator).map_err(|row| {
        Refusal::invalid(vec![FieldProblem::new("file", "register-rows-open-quote").with("row", row)])
    })
}

// Rows as a spreadsheet counts them: blank ones too, and a line end within quotes begins none. A quote opens only
// where a value begins (RFC 4180), so that an inch mark is a letter like others. The error is the row whose quote
// never closes.
fn rows_of(text: &str, separator: char) -> std::result::Result<Vec<Vec<String>>, usize> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if is_quoted => is_quoted = false,
            _ if is_quoted => cell.push(letter),
            '"' if cell.trim().is_empty() => is_quoted = true,
            '\n' => {
                row.push(cleaned(&std::mem::take(&mut cell)));
                rows.push(std::mem::take(&mut row));
            }
            _ if letter == separator => row.push(cleaned(&std::mem::take(&mut cell))),
            _ => cell.push(letter),
        }
    }
    if is_quoted {
        return Err(rows.len() + 1);
    }
    row.push(cleaned(&cell));
    rows.push(row);
    Ok(rows)
}

fn read_xlsx(bytes: &[u8]) -> Result<Vec<Vec<String>>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let sheet = book.worksheet_range_at(0).ok_or_else(unreadable)?.map_err(|_| unreadable())?;
    let blank = sheet.start().map_or(0, |(row, _)| row as usize);
    let mut rows = vec![Vec::new(); blank];
    rows.extend(sheet.rows().map(|row| row.iter().map(shown).collect::<Vec<_>>()));
    Ok(rows)
}

fn shown(cell: &Data) -> String {
    if let Data::DateTime(date) = cell {
        let (year, month, day, ..) = date.to_ymd_hms_milli();
        return format!("{year:04}-{month:02}-{day:02}");
    }
    cleaned(&cell.to_string())
}

fn cleaned(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.trim().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::Grid;

    #[test]
    fn excel_in_vietnamese_is_read_with_its_mark_semicolons_and_blank_lines() {
        let grid = Grid::read("\u{feff}Mã;Tên\r\n\r\n 01 ; \"Hà; Nội\"\r\n".as_bytes()).unwrap();
        let name = grid.column(&["ten"]);
        assert_eq!(grid.rows().len(), 1);
        assert_eq!((grid.rows()[0].number, grid.rows()[0].cell(name)), (3, "Hà; Nội"));
        assert_eq!(grid.rows()[0].cell(grid.column(&["mã"])), "01");
    }

    #[test]
    fn a_quote_opens_where_a_value_begins_and_must_close() {
        let grid = Grid::read("a,b\r\nống 5\" dài,\"hai\r\ndòng, \"\"HTX\"\"\"\r\nx,y".as_bytes()).unwrap();
        let cells: Vec<_> = grid.rows().iter().map(|row| [row.cell(Some(0)), row.cell(Some(1))]).collect();
        assert_eq!(cells, [["ống 5\" dài", "hai\r\ndòng, \"HTX\""], ["x", "y"]]);
        assert_eq!(grid.rows()[1].number, 3);
        let again = Grid::read(grid.as_csv().unwrap().as_bytes()).unwrap();
        assert_eq!(again.rows()[0].cell(Some(1)), "hai\r\ndòng, \"HTX\"");
        let problem = Grid::read(b"a,b\n1,2\n\"3,4\n5,6\n").unwrap_err().fields.remove(0);
        assert_eq!(problem.code, "register-rows-open-quote");
        assert_eq!(problem.params, [("row", "3".to_owned())]);
    }

    #[test]
    fn rows_sent_on_keep_their_numbers() {
        let grid = Grid::read("a,b\n\n\n1,2\n".as_bytes()).unwrap();
        let again = Grid::read(grid.as_csv().unwrap().as_bytes()).unwrap();
        assert_eq!(again.rows()[0].number, 4);
    }

    #[test]
    fn a_file_without_rows_is_refused_at_its_field() {
        assert_eq!(Grid::read(b"a,b\n").unwrap_err().fields[0].code, "register-rows-none");
        assert_eq!(Grid::read(b"PK no workbook").unwrap_err().fields[0].code, "register-rows-unreadable");
    }
}
