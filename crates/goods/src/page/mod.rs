//! The page behind the code on a shelf: what the certificate is worth today, then the way of the lot, as far as it was
//! logged.
//!
//! `lot_page` is a projection, one row a lot with all that the page shows ([`Card`]); it is rebuilt when an entry, a
//! certificate or the register changes ([`build`]). What changes by the day alone is computed when it is read.

mod build;
mod card;
mod follow;
mod hear;
pub mod legal;
mod places;
mod relevant;
mod show;
mod store;
mod told;
mod way;

use axum::routing::get;
pub use build::{card_of, entry_changed, rebuild, rebuild_all};
pub use card::{Card, Step, StepKind, Thing};
pub use follow::{follow, look};
pub(crate) use hear::CHANGES;
#[cfg(feature = "testing")]
pub(crate) use store::{Entity as Pages, Model as Page};
pub use store::{kept, of_producer};

/// `/l/…`: for everybody.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .route("/l/{item}/{lot}", get(show::lot))
        .route("/l/{item}/{lot}/{serial}", get(show::serial))
}
