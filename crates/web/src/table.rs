//! Lists: sorting, filtering and paging in the address, and exactly what is seen as CSV.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use ground::Refusal;
use serde::Serialize;

use crate::{Answer, FormData, Here};

/// Rows on one page.
pub const ROWS: u64 = 50;
/// Most rows of one CSV.
pub const CSV_ROWS: u64 = 100_000;

/// A column's head.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// The label.
    pub label: String,
    /// The address that sorts by it.
    pub href: Option<String>,
    /// `ascending` or `descending`, when sorted by it.
    pub sort: Option<&'static str>,
    /// Figures stand to the right.
    pub number: bool,
}

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The words.
    pub label: String,
}

/// One page of many.
#[derive(Clone, Debug, Serialize)]
pub struct PageLink {
    /// Its number, from 1.
    pub number: u64,
    /// Its address.
    pub href: String,
    /// Whether it is this one.
    pub current: bool,
}

/// Which rows of how many, and the way to the others.
#[derive(Clone, Debug, Serialize)]
pub struct Pager {
    /// First row shown, from 1; 0 when there is none.
    pub from: u64,
    /// Last row shown.
    pub to: u64,
    /// Rows in all.
    pub total: u64,
    /// The pages around this one.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// What a list's address asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The query as sent.
    pub query: FormData,
    path: String,
    /// The page, from 1.
    pub page: u64,
    /// The column to sort by.
    pub sort: String,
    /// Largest first.
    pub descending: bool,
}

impl Asked {
    /// Reads the query of a list.
    pub fn of(here: &Here, query: &str) -> Self {
        let query = FormData::of(form_urlencoded::parse(query.as_bytes()));
        let sort = query.get("sort").to_owned();
        Self {
            path: here.path.clone(),
            page: query.get("page").parse().unwrap_or(1).max(1),
            descending: sort.starts_with('-'),
            sort: sort.trim_start_matches('-').to_owned(),
            query,
        }
    }

    /// The text searched for.
    pub fn text(&self) -> &str {
        self.query.get("q").trim()
    }

    /// Rows to leave out before this page.
    pub fn offset(&self) -> u64 {
        (self.page - 1).saturating_mul(ROWS)
    }

    /// This address with one value changed; an empty value drops it. The page starts anew.
    pub fn with(&self, name: &str, value: &str) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        let kept = self.query.pairs().filter(|(known, value)| {
            *known != name && *known != "page" && *known != "lang" && !value.is_empty()
        });
        for (known, value) in kept {
            out.append_pair(known, value);
        }
        if !value.is_empty() {
            out.append_pair(name, value);
        }
        let query = out.finish();
        if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) }
    }

    /// A column that sorts.
    pub fn column(&self, here: &Here, label: &str, sort: &str) -> Column {
        let is_this = self.sort == sort;
        let next = if is_this && !self.descending { format!("-{sort}") } else { sort.to_owned() };
        let direction = if self.descending { "descending" } else { "ascending" };
        Column {
            label: here.t(label),
            href: Some(self.with("sort", &next)),
            sort: is_this.then_some(direction),
            number: false,
        }
    }

    /// The pager for a number of rows.
    pub fn pager(&self, total: u64) -> Pager {
        let last = total.div_ceil(ROWS).max(1);
        let page = self.page.min(last);
        let href = |number: u64| self.with("page", &number.to_string());
        let pages = (1..=last)
            .filter(|number| *number == 1 || *number == last || number.abs_diff(page) <= 2)
            .map(|number| PageLink { number, href: href(number), current: number == page })
            .collect();
        Pager {
            from: if total == 0 { 0 } else { (page - 1) * ROWS + 1 },
            to: (page * ROWS).min(total),
            total,
            pages,
            previous: (page > 1).then(|| href(page - 1)),
            next: (page < last).then(|| href(page + 1)),
        }
    }
}

/// A column that does not sort.
pub fn column(here: &Here, label: &str) -> Column {
    Column { label: here.t(label), href: None, sort: None, number: false }
}

/// Rows as a CSV that Excel opens: a byte-order mark, and no cell that a spreadsheet would run as a formula.
///
/// # Errors
/// A row cannot be written.
pub fn csv(name: &str, head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Answer {
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    out.write_record(head).map_err(Refusal::unexpected)?;
    for row in rows {
        out.write_record(row.iter().map(|cell| inert(cell))).map_err(Refusal::unexpected)?;
    }
    let bytes = out.into_inner().map_err(|error| Refusal::unexpected(error.error()))?;
    Ok(download(name, "text/csv; charset=utf-8", bytes))
}

/// A file to keep.
pub fn download(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let head = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (head, bytes).into_response()
}

fn inert(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_made_inert() {
        assert_eq!(inert("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(inert("-12"), "-12");
        assert_eq!(inert("Sa Đéc Tửu"), "Sa Đéc Tửu");
    }
}
