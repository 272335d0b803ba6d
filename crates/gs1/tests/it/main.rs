//! The crate against the facts of its standards and against itself, there and back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, missing_docs, reason = "tests")]

mod answers;
mod compressed;
mod elements;
mod hashed;
mod links;
mod payments;
mod properties;
mod table;
mod urns;
mod words;
mod world;
