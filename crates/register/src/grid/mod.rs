//! Rows of a spreadsheet, in and out: CSV as Excel in Vietnam writes it, and XLSX.

mod bad;
mod columns;
mod read;
mod write;

pub use bad::BadCell;
pub use columns::{Columns, word};
pub use read::{Grid, GridRow};
pub use write::xlsx;

/// Most bytes of a file of rows.
pub const FILE_BYTES: usize = 10_000_000;
/// Most rows of a file.
pub(crate) const FILE_ROWS: usize = 20_000;
/// The media type of XLSX.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
