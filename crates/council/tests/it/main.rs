//! What the council room promises, on both databases.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod access;
mod decision;
mod leaks;
mod marking;
mod pages;
mod quorum;
mod rounds;
mod set_up;
