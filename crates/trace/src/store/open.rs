//! Opening the store by its address.

use std::path::Path;
use std::sync::Arc;

use super::engine::Engine;
use super::postgres::Postgres;
use super::sqlite::Sqlite;
use super::{Result, Shared, Shelf, Store, StoreError};

impl Store {
    /// Opens the store at `sqlite:PATH` or `postgres://…`, making its tables where they are not, and bringing older
    /// ones forward.
    ///
    /// # Errors
    /// [`StoreError::Address`]; [`StoreError::Newer`] for a database of a later version of the program;
    /// [`StoreError::Away`] when it does not answer.
    pub async fn open(address: &str) -> Result<Self> {
        let shelf = Shelf::default();
        let engine = if let Some(path) = address.strip_prefix("sqlite:") {
            let path = Path::new(path.strip_prefix("//").unwrap_or(path)).to_owned();
            let open = move || Sqlite::open(&path, shelf);
            Engine::Sqlite(tokio::task::spawn_blocking(open).await.map_err(StoreError::broken)??)
        } else if ["postgres://", "postgresql://"].iter().any(|scheme| address.starts_with(scheme)) {
            Engine::Postgres(Box::new(Postgres::open_at(address, shelf).await?))
        } else {
            return Err(StoreError::Address(shown(address)));
        };
        let shared = Shared {
            engine,
            words: super::words::Words::default(),
            parties: super::party::Parties::default(),
            pack: Arc::default(),
            trainer: super::dictionary::Trainer::default(),
        };
        let store = Self { shared: Arc::new(shared) };
        store.learn_dictionaries().await?;
        store.after_append(store.count_few().await?);
        Ok(store)
    }
}

/// What may be shown of an address.
pub(crate) fn shown(address: &str) -> String {
    match (address.find("://"), address.rfind('@')) {
        (Some(from), Some(to)) if from + 3 <= to => format!("{}…{}", &address[..from + 3], &address[to..]),
        _ => address.to_owned(),
    }
}
