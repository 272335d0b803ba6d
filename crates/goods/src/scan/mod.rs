//! How often a code was scanned, by day and province; nothing of who scanned it.
//!
//! A scan costs no write of its own: counts are held in memory and added up every few seconds. What the last seconds
//! before a crash held is lost; counts are told as what they are, not as proof.

mod count;
mod map;
mod show;
mod store;

use axum::routing::get;
pub use count::{flush, run};
pub(crate) use count::{note, province_of};
pub use store::{Scans, of_lots};

/// `/goods/{producer}/scans`.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/goods/{producer}/scans", get(show::show))
        .route("/goods/{producer}/scans.csv", get(show::as_csv))
        .route("/goods/{producer}/scans.xlsx", get(show::as_xlsx))
}
