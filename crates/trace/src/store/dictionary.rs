//! The dictionary of the documents: trained once, when there are enough of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::pack::{self, Pack, Unpack};
use super::value::{Row, Statement, values};
use super::{Result, Store, StoreError};

/// Documents that a dictionary is trained from.
const SAMPLES: usize = 2_000;

/// Whether there are enough documents, and whether it was tried.
#[derive(Default)]
pub(crate) struct Trainer {
    stored: AtomicUsize,
    tried: AtomicBool,
}

impl Store {
    /// Reads all dictionaries.
    pub(crate) async fn learn_dictionaries(&self) -> Result<()> {
        learn(&self.shared().pack, self.engine().read(all()).await?)
    }

    /// Events in the store, counted no further than is enough for a dictionary.
    pub(crate) async fn count_few(&self) -> Result<usize> {
        let rows = self.engine().read(Statement::new(COUNT, values![SAMPLES])).await?;
        rows.into_iter().next().map_or(Ok(0), |mut row| row.small(0))
    }

    /// Trains the dictionary beside, as soon as there are documents enough.
    pub(crate) fn after_append(&self, stored: usize) {
        let trainer = &self.shared().trainer;
        if trainer.tried.load(Ordering::Relaxed)
            || trainer.stored.fetch_add(stored, Ordering::Relaxed) + stored < SAMPLES
            || trainer.tried.swap(true, Ordering::Relaxed)
            || self.shared().pack.newest() > 0
        {
            return;
        }
        let store = self.clone();
        tokio::spawn(async move {
            if let Err(error) = store.train().await {
                tracing::warn!(%error, "documents of events have no dictionary yet");
                store.shared().trainer.tried.store(false, Ordering::Relaxed);
            }
        });
    }

    /// Of several processes the first gives the dictionary to all.
    async fn train(&self) -> Result<()> {
        let rows = self.engine().read(Statement::new(SOME, values![SAMPLES])).await?;
        let pack = Arc::clone(&self.shared().pack);
        let train = move || {
            let mut unpack = Unpack::default();
            let docs = rows.into_iter().map(|mut row| pack.unpress(&mut unpack, row.int(0)?, &row.bytes(1)?));
            Ok(pack::train(&docs.collect::<Result<Vec<_>>>()?))
        };
        let trained = tokio::task::spawn_blocking(train).await.map_err(StoreError::broken)?;
        if let Some(bytes) = trained? {
            self.engine().write(vec![Statement::new(PUT, values![bytes])]).await?;
        }
        self.learn_dictionaries().await
    }
}

/// All dictionaries.
pub(crate) fn all() -> Statement {
    Statement::new(ALL, values![])
}

/// Learns what [`all`] gave.
pub(crate) fn learn(pack: &Pack, rows: Vec<Row>) -> Result<()> {
    for mut row in rows {
        pack.learn(row.int(0)?, row.bytes(1)?);
    }
    Ok(())
}

const ALL: &str = "SELECT version, bytes FROM dictionary";
const COUNT: &str = "SELECT count(*) FROM (SELECT 1 FROM event LIMIT $1) AS few";
const SOME: &str = "SELECT dict, doc FROM event LIMIT $1";
const PUT: &str = "INSERT INTO dictionary (version, bytes) VALUES (1, $1) ON CONFLICT DO NOTHING";
