//! What ground promises, on both databases.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod change;
mod files;
mod note;
mod together;
