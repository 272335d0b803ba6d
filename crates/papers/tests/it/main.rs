//! The papers as their readers see them: pages, words, bookmarks.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod dossier;
mod faults;
mod hostile;
mod labels;
mod layout;
mod reading;
mod words;
