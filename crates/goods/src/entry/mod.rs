//! The logbook: what a producer did with its lots, entry by entry, in the words of the trade.

mod kind;
mod quantity;
mod store;

pub use kind::{EntryKind, Side};
pub use quantity::{NoQuantity, Quantity};
pub use store::{Entry, EntryId, EntryLine, line, photo, withdrawal};
