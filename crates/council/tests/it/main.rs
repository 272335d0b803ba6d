//! What the council room promises, on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    clippy::too_many_lines,
    missing_docs,
    reason = "tests"
)]

mod access;
mod decision;
mod leaks;
mod marking;
mod pages;
mod quorum;
mod rounds;
mod set_up;
mod tasks;
