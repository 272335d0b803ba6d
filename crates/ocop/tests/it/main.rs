//! The engine against the packs of the program and against slow references.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, missing_docs, reason = "tests")]

mod calendar;
mod cases;
mod grading;
mod loading;
mod marks;
mod paths;
mod source;
mod steps;
mod world;
