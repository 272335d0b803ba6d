//! Either of the two databases. What differs between them is in [`super::sqlite`] and [`super::postgres`]; everything
//! else asks both in the same words.

use super::Result;
use super::batch::Outcome;
use super::hop::{Hop, Hops};
use super::postgres::Postgres;
use super::prepare::Prepared;
use super::scan::{Found, Wanted};
use super::sqlite::Sqlite;
use super::value::{Row, Statement};

pub(crate) enum Engine {
    Sqlite(Sqlite),
    Postgres(Box<Postgres>),
}

/// The same call on either.
macro_rules! either {
    ($engine:expr, $it:ident => $call:expr) => {
        match $engine {
            Engine::Sqlite($it) => $call,
            Engine::Postgres($it) => $call,
        }
    };
}

impl Engine {
    /// Rows of one statement.
    pub async fn read(&self, statement: Statement) -> Result<Vec<Row>> {
        either!(self, it => it.read(statement).await)
    }

    /// Writes all or nothing; gives the rows of each statement when it is durable.
    pub async fn write(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>> {
        either!(self, it => it.write(statements).await)
    }

    pub async fn append(&self, batch: Prepared) -> Result<Vec<Outcome>> {
        either!(self, it => it.append(batch).await)
    }

    pub async fn scan(&self, wanted: Wanted) -> Result<Vec<Found>> {
        either!(self, it => it.scan(wanted).await)
    }

    pub async fn hops(&self, hops: Hops) -> Result<Vec<Hop>> {
        either!(self, it => it.hops(hops).await)
    }

    /// How each stream of a page would be read.
    pub async fn explain(&self, wanted: Wanted) -> Result<Vec<String>> {
        either!(self, it => it.explain(wanted).await)
    }

    /// Events, roughly, and bytes on the disk.
    pub async fn size(&self) -> Result<(u64, u64)> {
        either!(self, it => it.size().await)
    }

    pub async fn close(&self) {
        either!(self, it => it.close().await);
    }

    /// True when it has indexes over all parties.
    pub fn reads_all(&self) -> bool {
        match self {
            Self::Sqlite(_) => false,
            Self::Postgres(_) => true,
        }
    }
}
