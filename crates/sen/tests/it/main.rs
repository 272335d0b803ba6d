//! The program, run as its users run it.

mod grade;
mod grade_refused;
mod grade_tables;
mod rules;
mod world;
