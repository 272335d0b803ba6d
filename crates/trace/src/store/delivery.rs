//! Who listens, and which events wait for it: from the outbox to each listener's own queue.

use super::outbox::{by_tenant, done};
use super::value::{Statement, Value, values};
use super::{EventKey, Expect, Result, Store, Tenant};

/// Events of one queue taken at once.
pub const MAX_WAITING: usize = 10_000;

/// A thing that listens, by its kind (from [`super::FIRST_LISTENER`] on) and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Listener {
    /// Whose.
    pub tenant: Tenant,
    /// The kind of the thing.
    pub kind: u8,
    /// Its name, which no other listener of the party has.
    pub name: String,
}

impl Store {
    /// Moves events from the outbox into the queues of those for whom they are. Events of the outbox that are for
    /// nobody leave it too; a listener that is gone gets none.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn hand_out(
        &self,
        pending: &[(Tenant, EventKey)],
        parcels: &[(Listener, Vec<(Tenant, EventKey)>)],
    ) -> Result<()> {
        let filled = parcels.iter().flat_map(|(listener, events)| queued(listener, events, FROM_OUTBOX));
        self.engine().write(filled.chain(done(pending)).collect()).await.map(drop)
    }

    /// Puts events that were stored before the listener came into its queue.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn catch_up(&self, listener: &Listener, events: &[(Tenant, EventKey)]) -> Result<()> {
        self.engine().write(queued(listener, events, FROM_ARCHIVE).collect()).await.map(drop)
    }

    /// What waits for a listener, the first recorded first.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn waiting(&self, listener: &Listener, limit: usize) -> Result<Vec<(Tenant, EventKey)>> {
        let values = values![listener.tenant, listener.name.as_str(), limit.min(MAX_WAITING)];
        let rows = self.engine().read(Statement::new(WAITING, values)).await?;
        rows.into_iter().map(|mut row| Ok((row.tenant(0)?, row.event(1)?))).collect()
    }

    /// The listener has these.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn delivered(&self, listener: &Listener, events: &[(Tenant, EventKey)]) -> Result<()> {
        let gone = by_tenant(events).into_iter().map(|(owner, ids)| {
            let mut values = values![listener.tenant, listener.name.as_str(), owner];
            values.push(Value::Ids(ids));
            Statement::new(DELIVERED, values)
        });
        self.engine().write(gone.collect()).await.map(drop)
    }

    /// Removes a listener with what waits for it; false when there is none as expected.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn dismiss(&self, listener: &Listener, expect: Expect) -> Result<bool> {
        if !self.remove_thing(listener.tenant, listener.kind, &listener.name, expect).await? {
            return Ok(false);
        }
        let values = values![listener.tenant, listener.name.as_str()];
        self.engine().write(vec![Statement::new(EMPTIED, values)]).await?;
        Ok(true)
    }
}

fn queued<'a>(
    listener: &'a Listener,
    events: &[(Tenant, EventKey)],
    sql: &'static str,
) -> impl Iterator<Item = Statement> + use<'a> {
    by_tenant(events).into_iter().map(move |(owner, ids)| {
        let mut values = values![listener.tenant, listener.name.as_str(), owner];
        values.push(Value::Ids(ids));
        values.push(listener.kind.into());
        Statement::new(sql, values)
    })
}

const FROM_OUTBOX: &str = "INSERT INTO delivery (tenant, name, id, owner) \
     SELECT thing.tenant, thing.name, outbox.id, outbox.tenant FROM thing JOIN outbox ON true \
     WHERE thing.tenant = $1 AND thing.name = $2 AND thing.kind = $5 AND outbox.tenant = $3 AND outbox.id = ANY($4) \
     ON CONFLICT DO NOTHING";
const FROM_ARCHIVE: &str = "INSERT INTO delivery (tenant, name, id, owner) \
     SELECT thing.tenant, thing.name, event.id, event.tenant FROM thing JOIN event ON true \
     WHERE thing.tenant = $1 AND thing.name = $2 AND thing.kind = $5 AND event.tenant = $3 AND event.id = ANY($4) \
     ON CONFLICT DO NOTHING";
const WAITING: &str =
    "SELECT owner, id FROM delivery WHERE tenant = $1 AND name = $2 ORDER BY id, owner LIMIT $3";
const DELIVERED: &str =
    "DELETE FROM delivery WHERE tenant = $1 AND name = $2 AND owner = $3 AND id = ANY($4)";
const EMPTIED: &str = "DELETE FROM delivery WHERE tenant = $1 AND name = $2";
