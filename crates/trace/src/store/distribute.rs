//! From one machine to several.

use super::engine::Engine;
use super::{Result, Store};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distributed {
    /// The store is a file.
    NotPostgres,
    /// Its PostgreSQL has no Citus.
    NoCitus,
    /// So many tables were made those of a cluster; the others were already.
    Made(usize),
}

impl Store {
    /// Turns the schema of a PostgreSQL with Citus into distributed and reference tables, with what is in them.
    /// Nobody should capture meanwhile: whoever does, waits.
    ///
    /// # Errors
    /// [`super::StoreError::Away`]; [`super::StoreError::Broken`] where Citus refuses.
    pub async fn distribute(&self) -> Result<Distributed> {
        match self.engine() {
            Engine::Sqlite(_) => Ok(Distributed::NotPostgres),
            Engine::Postgres(postgres) => postgres.distribute().await,
        }
    }
}
