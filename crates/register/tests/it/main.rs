//! What the register promises, on both databases.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod access;
mod bed;
mod codes;
mod import;
mod intake;
mod pages;
mod photos;
mod places;
mod producers;
mod products;
