//! The engine against the packs of the program and against slow references.
#![allow(clippy::expect_used, clippy::print_stderr, reason = "the helpers of tests are tests")]

mod calendar;
mod cases;
mod grading;
mod loading;
mod marks;
mod paths;
mod source;
mod steps;
mod world;
