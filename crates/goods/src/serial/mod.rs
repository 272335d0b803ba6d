//! Serials without rows: a million unit codes cost one row, because each code proves itself.
//!
//! A serial ([`Serial`]) says its run and its place in the lot, and proves them by a short keyed hash ([`Seal`]); so a
//! code that was made up or altered is told apart without a search. A copied one is genuine by itself and shows by its
//! scans ([`suspicion`]).

mod check;
mod code;
pub mod key;
mod keys;
mod province;
pub mod run;
pub mod scan;
mod seal;
mod suspicion;
mod verdict;

pub use check::{Checked, Scanner, check};
pub use code::{LENGTH, MOST_INDEX, MOST_RUNS, NoSerial, Serial};
pub use province::{apart_km, is_province};
pub use run::{MOST_OF_RUN, Model as SerialRun, SerialRunId};
pub use seal::{LotSeal, Seal};
pub use suspicion::{FASTEST_KMH, MOST_DEVICES, NEAR_KM, Scan, Suspicion, suspicion};
pub use verdict::{Issued, Verdict, judge};

/// `/serial-keys`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new().route("/serial-keys", axum::routing::get(keys::show).post(keys::receive))
}
