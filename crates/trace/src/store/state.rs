//! What the store holds and how it goes about a page, for whoever runs it.

use super::value::{Statement, values};
use super::{EventKey, Micros, Result, Scan, Store, Tenant};

/// Roughly what the store holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events; as good as the database knows without counting.
    pub events: u64,
    /// Parties.
    pub parties: u64,
    /// Words.
    pub words: u64,
    /// Events from which something is still to be made; counted up to 10,000.
    pub pending: u64,
    /// The dictionary that documents are compressed with; 0 for none.
    pub dictionary: u64,
    /// Bytes on the disk.
    pub bytes: u64,
}

impl Store {
    /// What the store holds.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn counts(&self) -> Result<Counts> {
        let (events, bytes) = self.engine().size().await?;
        let mut row = self.engine().read(Statement::new(COUNTS, values![])).await?;
        let row = row.first_mut().ok_or_else(|| super::StoreError::broken("no counts"))?;
        Ok(Counts {
            events,
            parties: row.small(0)?,
            words: row.small(1)?,
            pending: row.small(2)?,
            dictionary: u64::try_from(self.shared().pack.newest()).unwrap_or(0),
            bytes,
        })
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn answer(&self) -> Result<()> {
        self.engine().read(Statement::new("SELECT 1", values![])).await.map(drop)
    }

    /// How many events of a party were recorded from then on, counted up to a limit.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn recorded_since(&self, tenant: Tenant, since: Micros, limit: u64) -> Result<u64> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let values = values![tenant, EventKey::first_at(since), limit];
        let mut rows = self.engine().read(Statement::new(RECORDED_SINCE, values)).await?;
        rows.first_mut().ok_or_else(|| super::StoreError::broken("no count"))?.small(0)
    }

    /// The steps by which the database reads a page, in its own words.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn explain(&self, scan: Scan) -> Result<Vec<String>> {
        let streams = self.streams(&scan).await?;
        self.engine().explain(super::scan::Wanted { scan, streams }).await
    }
}

const COUNTS: &str = "SELECT (SELECT count(*) FROM party), (SELECT count(*) FROM word), \
     (SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT 10000) AS few)";
const RECORDED_SINCE: &str = "SELECT count(*) FROM \
     (SELECT 1 FROM event WHERE tenant = $1 AND id >= $2 LIMIT $3) AS few";
