//! What ground promises, on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    clippy::too_many_lines,
    missing_docs,
    reason = "tests"
)]

mod backup;
mod bucket;
mod change;
mod files;
mod note;
mod together;
