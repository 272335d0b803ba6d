//! The records database: SQLite (WAL, FULL, one writer, several readers) or PostgreSQL, with one meaning.

mod change;
mod connect;
mod migrate;
mod reader;
mod together;
mod upkeep;

pub use change::Change;
pub(crate) use change::{Edit, options};
pub use connect::Records;
pub(crate) use migrate::seen;
pub use migrate::{MigrateError, Migration};
pub use reader::Reader;
use sea_orm::{EntityTrait, ModelTrait};
pub use together::{Crowd, Entered, Together};
pub use upkeep::Upkeep;

/// An entity whose rows are records: every change of one is journalled under its noun.
pub trait Recorded: EntityTrait {
    /// The noun of the thing, everywhere the same: route, folder, table, word files.
    const NOUN: &'static str;
    /// Columns whose values the journal must not repeat; it says only that they changed.
    const PRIVATE: &'static [&'static str] = &[];
    /// The key of a row, as the journal writes it.
    fn key(row: &<Self as EntityTrait>::Model) -> String
    where
        <Self as EntityTrait>::Model: ModelTrait;
}
