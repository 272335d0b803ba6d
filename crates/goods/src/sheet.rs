//! Lists as files to keep: the same rows as CSV or as a workbook. They tell of people, so nothing on the way keeps them.

use axum::http::{HeaderValue, header};
use register::grid::{XLSX, xlsx};
use web::table::{csv, download};
use web::{Answer, Here};

/// What the file is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sheet {
    /// Comma-separated values.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

impl Sheet {
    /// The rows under the labels of these keys; `name` is the file's without its ending.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(crate) fn file(self, here: &Here, name: &str, head: &[&str], rows: Vec<Vec<String>>) -> Answer {
        let head: Vec<String> = head.iter().map(|key| here.t(key)).collect();
        let mut file = match self {
            Self::Csv => csv(&format!("{name}.csv"), &head, rows)?,
            Self::Xlsx => download(&format!("{name}.xlsx"), XLSX, xlsx(name, &head, &rows)?),
        };
        file.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        Ok(file)
    }
}
