//! Events from which something is still to be made.

use super::value::{Statement, Value, values};
use super::{EventKey, Result, Store, Tenant};

/// Events taken at once.
pub const MAX_PENDING: usize = 10_000;

impl Store {
    /// Events that were stored with an outbox and are not yet done, the first recorded first.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn pending(&self, limit: usize) -> Result<Vec<(Tenant, EventKey)>> {
        let rows = self.engine().read(Statement::new(PENDING, values![limit.min(MAX_PENDING)])).await?;
        rows.into_iter().map(|mut row| Ok((row.tenant(0)?, row.event(1)?))).collect()
    }

    /// These are done.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn done(&self, events: &[(Tenant, EventKey)]) -> Result<()> {
        let mut by_tenant = std::collections::BTreeMap::<Tenant, Vec<[u8; 16]>>::new();
        for (tenant, id) in events {
            by_tenant.entry(*tenant).or_default().push(id.0);
        }
        let done = |(tenant, ids): (Tenant, _)| Statement::new(DONE, vec![tenant.into(), Value::Ids(ids)]);
        self.engine().write(by_tenant.into_iter().map(done).collect()).await.map(drop)
    }
}

const PENDING: &str = "SELECT tenant, id FROM outbox ORDER BY id, tenant LIMIT $1";
const DONE: &str = "DELETE FROM outbox WHERE tenant = $1 AND id = ANY($2)";
