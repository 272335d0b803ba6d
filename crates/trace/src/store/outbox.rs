//! Events that are stored and not yet handed to those who listen.

use super::value::{Statement, Value, values};
use super::{EventKey, Result, Store, Tenant};

/// Events taken at once.
pub const MAX_PENDING: usize = 10_000;

impl Store {
    /// Events that were stored while somebody listened and are not yet handed out, the first recorded first.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn pending(&self, limit: usize) -> Result<Vec<(Tenant, EventKey)>> {
        let rows = self.engine().read(Statement::new(PENDING, values![limit.min(MAX_PENDING)])).await?;
        rows.into_iter().map(|mut row| Ok((row.tenant(0)?, row.event(1)?))).collect()
    }
}

/// These are handed out.
pub(super) fn done(events: &[(Tenant, EventKey)]) -> impl Iterator<Item = Statement> {
    by_tenant(events)
        .into_iter()
        .map(|(tenant, ids)| Statement::new(DONE, vec![tenant.into(), Value::Ids(ids)]))
}

/// The keys of each tenant.
pub(super) fn by_tenant(events: &[(Tenant, EventKey)]) -> std::collections::BTreeMap<Tenant, Vec<[u8; 16]>> {
    let mut by_tenant = std::collections::BTreeMap::<Tenant, Vec<[u8; 16]>>::new();
    for (tenant, id) in events {
        by_tenant.entry(*tenant).or_default().push(id.0);
    }
    by_tenant
}

const PENDING: &str = "SELECT tenant, id FROM outbox ORDER BY id, tenant LIMIT $1";
const DONE: &str = "DELETE FROM outbox WHERE tenant = $1 AND id = ANY($2)";
