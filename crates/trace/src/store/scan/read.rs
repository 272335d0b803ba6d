//! A page, from the question to the documents.

use super::{Found, MAX_PAGE, Scan, Wanted};
use crate::store::pack::Pack;
use crate::store::{Result, Store, StoreError, StoredEvent};

impl Store {
    /// A page of events.
    ///
    /// # Errors
    /// [`StoreError::Away`].
    pub async fn scan(&self, mut scan: Scan) -> Result<Vec<StoredEvent>> {
        scan.limit = scan.limit.min(MAX_PAGE);
        if scan.limit == 0 {
            return Ok(Vec::new());
        }
        let streams = self.streams(&scan).await?;
        if streams.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.engine().scan(Wanted { scan, streams }).await?;
        self.open_documents(found).await
    }

    async fn open_documents(&self, found: Vec<Found>) -> Result<Vec<StoredEvent>> {
        let pack = &self.shared().pack;
        if found.iter().any(|found| !found.is_opened_by(pack)) {
            self.learn_dictionaries().await?;
        }
        opened(pack, found)
    }
}

/// Events with their documents taken out.
pub(crate) fn opened(pack: &Pack, found: Vec<Found>) -> Result<Vec<StoredEvent>> {
    let mut unpack = pack.unpack();
    let events = found.into_iter().map(|found| {
        let (visibility, in_error, version, doc) =
            found.rest.ok_or_else(|| StoreError::broken("an item without its event"))?;
        Ok(StoredEvent {
            tenant: found.tenant,
            id: found.id,
            event_time: found.event_time,
            record_time: found.id.record_time(),
            visibility,
            in_error,
            doc: pack.unpress(&mut unpack, version, &doc)?,
        })
    });
    let events = events.collect();
    pack.give_back(unpack);
    events
}
