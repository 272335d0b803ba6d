//! The papers as their readers see them: pages, words, bookmarks.

mod dossier;
mod faults;
mod hostile;
mod layout;
mod reading;
mod words;
