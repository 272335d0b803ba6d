//! The event store on both databases.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, missing_docs, reason = "tests")]

mod desk;
mod rest;
mod store;
mod words;
