//! What the room promises, on both databases.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod bed;
mod book;
mod link;
mod page;
mod quantity;
mod recall;
mod scans;
mod serials;
mod shelf;
