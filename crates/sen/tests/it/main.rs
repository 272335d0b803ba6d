//! The program, run as its users run it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, missing_docs, reason = "tests")]

mod access_matrix;
mod backup;
mod crawl;
mod demo;
mod epcis;
mod epcis_convert;
mod faults;
mod grade;
mod grade_refused;
mod grade_tables;
mod gs1;
mod places;
mod rooms;
mod rules;
mod schema;
mod serve;
mod tidy;
mod trace;
mod world;
