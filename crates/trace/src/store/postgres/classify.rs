//! What becomes of the events of a group, given what is in the database: decided as if they were written one after the
//! other.

use std::collections::HashMap;

use crate::store::batch::Outcome;
use crate::store::prepare::{Prepared, Ready};
use crate::store::{EventKey, Micros, Result, StoreError, Tenant};

/// Events by what must be unique.
#[derive(Default)]
pub(super) struct Known {
    contents: HashMap<(Tenant, Micros, [u8; 16]), EventKey>,
    identities: HashMap<(Tenant, [u8; 16]), EventKey>,
    ids: HashMap<(Tenant, EventKey), ()>,
}

impl Known {
    pub fn add(
        &mut self,
        tenant: Tenant,
        event_time: Micros,
        content: [u8; 16],
        identity: Option<[u8; 16]>,
        id: EventKey,
    ) {
        self.contents.insert((tenant, event_time, content), id);
        if let Some(identity) = identity {
            self.identities.insert((tenant, identity), id);
        }
        self.ids.insert((tenant, id), ());
    }

    fn remove(&mut self, tenant: Tenant, event: &Ready) {
        self.contents.remove(&(tenant, event.event_time, event.content));
        if let Some(identity) = event.identity {
            self.identities.remove(&(tenant, identity));
        }
        self.ids.remove(&(tenant, event.id));
    }

    /// Decides on all batches of a group.
    pub fn classify(mut self, batches: &[Prepared]) -> Result<Vec<Vec<Outcome>>> {
        batches.iter().map(|batch| self.batch(batch)).collect()
    }

    fn batch(&mut self, batch: &Prepared) -> Result<Vec<Outcome>> {
        let events = batch.events.iter().enumerate();
        let mut outcomes =
            events.map(|(at, event)| self.one(batch, at, event)).collect::<Result<Vec<_>>>()?;
        if batch.is_withheld(&outcomes) {
            for (event, outcome) in batch.events.iter().zip(&outcomes) {
                if *outcome == Outcome::Stored {
                    self.remove(batch.tenant, event);
                }
            }
            batch.withhold(&mut outcomes);
        }
        Ok(outcomes)
    }

    fn one(&mut self, batch: &Prepared, at: usize, event: &Ready) -> Result<Outcome> {
        let tenant = batch.tenant;
        if let Some(key) = self.contents.get(&(tenant, event.event_time, event.content)) {
            return Ok(Outcome::Same(*key));
        }
        let same = event.identity.and_then(|identity| self.identities.get(&(tenant, identity)));
        if let Some(key) = same {
            return Ok(Outcome::Conflict(*key));
        }
        if self.ids.contains_key(&(tenant, event.id)) {
            return Err(StoreError::Unfit { at, what: "id" });
        }
        self.add(tenant, event.event_time, event.content, event.identity, event.id);
        Ok(Outcome::Stored)
    }
}
