//! The machine interface over real requests, on both databases.

mod bed;
mod capture;
mod corpora;
mod lineage;
mod problems;
mod queries;
