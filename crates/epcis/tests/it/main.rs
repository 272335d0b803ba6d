//! The crate against the corpora of the standard's community, against vectors and properties.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, missing_docs, reason = "tests")]

mod corpora;
mod grade;
mod hash;
mod invalid;
mod json;
mod never;
mod query;
mod round;
mod rules;
mod unit;
mod valid;
mod xml;
