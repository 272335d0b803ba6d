//! Faults, on purpose: the program is killed, its database goes away. What was acknowledged is there afterwards.
//!
//! Chance is seeded and the seed printed: `SEN_TEST_SEED=… cargo test --test it faults` plays the same again.

mod away;
mod capture;
mod chance;
mod crowd;
mod kill;
mod ledger;
mod program;
mod proxy;
mod stage;
mod wire;
