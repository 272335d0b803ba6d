//! The journal: append-only, hash-chained in commit order, written in the transaction of what it tells.

mod append;
mod entry;
mod history;
mod verify;

pub(crate) use append::{Draft, append, entries};
pub use entry::Model as Entry;
pub use history::{HistoryLine, RowEdit, of_producer, of_record, recent};
pub use verify::{Broken, Verified, verify};

/// What the first entry has in place of the hash before it.
const START: [u8; 32] = [0; 32];
