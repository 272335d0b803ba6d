//! Who captures.

use super::value::{Statement, values};
use super::{Result, Store, StoreError, Tenant, words};

/// Tries to get a number while others take numbers too.
const TRIES: usize = 20;

impl Store {
    /// The tenant of a party, by a key of the caller's; made on first use, with the name.
    ///
    /// # Errors
    /// [`StoreError::Unfit`] for a key that is too long or has a NUL; [`StoreError::Away`].
    pub async fn tenant_of(&self, key: &str, name: &str) -> Result<Tenant> {
        if !words::fits(key) || !words::fits(name) {
            return Err(StoreError::Unfit { at: 0, what: "name" });
        }
        for _ in 0..TRIES {
            let found = self.engine().read(Statement::new(SELECT, values![key])).await?;
            if let Some(mut row) = found.into_iter().next() {
                return row.tenant(0);
            }
            self.engine().write(vec![Statement::new(INSERT, values![key, name])]).await?;
        }
        Err(StoreError::broken("a party gets no number"))
    }
}

const SELECT: &str = "SELECT tenant FROM party WHERE key = $1";
const INSERT: &str = "INSERT INTO party (tenant, key, name) \
     SELECT coalesce(max(tenant), 0) + 1, $1, $2 FROM party WHERE true ON CONFLICT DO NOTHING";
