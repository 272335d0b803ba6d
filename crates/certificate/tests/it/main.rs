//! What the room promises, on both databases.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod access;
mod acts;
mod bed;
mod issue;
mod keys;
mod places;
mod portal;
mod tasks;
mod verdict;
