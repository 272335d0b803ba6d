//! What the room promises, on both databases.

#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs, reason = "tests")]

mod bed;
mod book;
mod files;
mod labels;
mod link;
mod list;
mod machines;
mod page;
mod plans;
mod quantity;
mod recall;
mod scan;
mod scans;
mod serials;
mod shelf;
mod site;
mod watch;
mod words;
