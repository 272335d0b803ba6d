//! What people promises, on both databases and over HTTP.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    clippy::too_many_lines,
    missing_docs,
    reason = "tests"
)]

mod access;
mod accounts;
mod caller;
mod consents;
mod inbox;
mod keys;
mod pages;
mod sessions;
mod sign_in;
