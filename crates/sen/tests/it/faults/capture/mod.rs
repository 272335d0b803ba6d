//! Events come in while the program is killed, or its PostgreSQL: what was acknowledged is there, whole, and once.
//!
//! `SEN_TEST_KILLS=50` kills more often than a quick run does.

mod client;
mod kill;
mod ledger;
mod memory;
mod server;
