//! What the room promises, on both databases.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod bed;
mod labels;
mod plans;
mod scans;
mod serials;
mod words;
