//! The logbook: what a producer did with its lots, entry by entry, in the words of the trade.

mod begin;
mod event;
mod file;
mod form;
mod hear;
mod import;
mod kind;
mod line_of;
mod list;
mod log;
mod new;
mod offer;
mod picture;
mod quantity;
mod read;
mod scanned;
mod show;
pub mod stock;
mod store;
mod warn;
mod withdraw;

use axum::routing::{get, post};
pub(crate) use event::{CONTEXT, OFFSET};
pub use event::{entry_of, event_id};
pub(crate) use form::{unit_name, units};
pub(crate) use hear::ENTRIES;
pub use import::{Report as ImportReport, import};
pub use kind::{EntryKind, Side};
pub(crate) use list::{EntryRow, entry_rows, moment};
pub use log::{LOGGED, log};
pub use new::{MOST_LINES, NewEntry, NewLine, NumberedLot, WhichItem, WhichLot, WhichPartner, WhichSite};
pub use quantity::{NoQuantity, Quantity};
pub use scanned::{lot as lot_on_label, scan_of};
pub(crate) use store::{Column as EntryColumn, Entity as Entries};
pub use store::{
    Entry, EntryId, EntryLine, line, lines_of, load, load_all, photo, standing, withdrawal, withdrawals_of,
};
pub(crate) use store::{logged_at, of_producer_among};
pub use withdraw::{WITHDRAWN, withdraw};

/// `/goods/{producer}` and its entries.
pub(crate) fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .merge(import::routes())
        .route("/goods/{producer}", get(list::show))
        .route("/goods/{producer}/log/{kind}", get(offer::offer).post(offer::submit))
        .route("/goods/{producer}/entries.csv", get(file::as_csv))
        .route("/goods/{producer}/entries.xlsx", get(file::as_xlsx))
        .route("/goods/{producer}/entries/{entry}", get(show::show))
        .route("/goods/{producer}/entries/{entry}/withdraw", post(withdraw::submit))
        .route("/goods/{producer}/entries/{entry}/photos/{photo}", get(picture::show))
}
