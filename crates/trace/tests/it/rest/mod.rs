//! The machine interface over real requests, on both databases.

mod bad_input;
mod bed;
mod capture;
mod corpora;
mod differential;
mod lineage;
mod problems;
mod queries;
