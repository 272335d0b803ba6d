//! What people promises, on both databases and over HTTP.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod access;
mod accounts;
mod caller;
mod consents;
mod inbox;
mod keys;
mod pages;
mod sessions;
mod sign_in;
