//! The program, run as its users run it.
#![allow(clippy::expect_used, clippy::print_stderr, reason = "the helpers of tests are tests")]

mod grade;
mod grade_refused;
mod grade_tables;
mod rules;
mod world;
