//! Who captures.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use super::value::{Row, Statement, Value, values};
use super::{Result, Store, StoreError, Tenant, words};

/// Parties of one list.
pub const MAX_PARTIES: usize = 1_000;

/// Numbers kept in memory; beyond it memory is emptied and filled again.
const CACHE: usize = 100_000;
/// Tries to get a number while others take numbers too.
const TRIES: usize = 20;

/// A party as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its number.
    pub tenant: Tenant,
    /// The caller's key for it.
    pub key: String,
    /// The name it had on first use.
    pub name: String,
}

impl Store {
    /// Parties in the order of their numbers, up to [`MAX_PARTIES`].
    ///
    /// # Errors
    /// [`StoreError::Away`].
    pub async fn parties(&self, limit: usize) -> Result<Vec<Party>> {
        let sql = format!("{PARTY} ORDER BY tenant LIMIT $1");
        self.read_parties(Statement::new(sql, values![limit.min(MAX_PARTIES)])).await
    }

    /// Those of these numbers.
    ///
    /// # Errors
    /// [`StoreError::Away`].
    pub async fn parties_numbered(&self, tenants: &[Tenant]) -> Result<Vec<Party>> {
        let numbers = tenants.iter().map(|tenant| i64::from(tenant.0)).collect();
        let sql = format!("{PARTY} WHERE tenant = ANY($1) ORDER BY tenant");
        self.read_parties(Statement::new(sql, vec![Value::Ints(numbers)])).await
    }

    /// Those of these keys; a party that never captured has no number.
    ///
    /// # Errors
    /// [`StoreError::Away`].
    pub async fn parties_called(&self, keys: &[String]) -> Result<Vec<Party>> {
        let keys = keys.iter().filter(|key| words::fits(key)).cloned().collect();
        let sql = format!("{PARTY} WHERE key = ANY($1) ORDER BY tenant");
        self.read_parties(Statement::new(sql, vec![Value::Texts(keys)])).await
    }

    async fn read_parties(&self, statement: Statement) -> Result<Vec<Party>> {
        let party =
            |mut row: Row| Ok(Party { tenant: row.tenant(0)?, key: row.text(1)?, name: row.text(2)? });
        self.engine().read(statement).await?.into_iter().map(party).collect()
    }

    /// The tenant of a party, by a key of the caller's; made on first use, with the name.
    ///
    /// # Errors
    /// [`StoreError::Unfit`] for a key that is too long or has a NUL; [`StoreError::Away`].
    pub async fn tenant_of(&self, key: &str, name: &str) -> Result<Tenant> {
        if !words::fits(key) || !words::fits(name) {
            return Err(StoreError::Unfit { at: 0, what: "name" });
        }
        if let Some(known) = self.shared().parties.of(key) {
            return Ok(known);
        }
        for _ in 0..TRIES {
            let found = self.engine().read(Statement::new(SELECT, values![key])).await?;
            if let Some(mut row) = found.into_iter().next() {
                let tenant = row.tenant(0)?;
                self.shared().parties.learn(key, tenant);
                return Ok(tenant);
            }
            self.engine().write(vec![Statement::new(INSERT, values![key, name])]).await?;
        }
        Err(StoreError::broken("a party gets no number"))
    }
}

/// The numbers met so far: every request asks for one, and what a party has once been given it keeps.
#[derive(Default)]
pub(crate) struct Parties(RwLock<HashMap<String, Tenant>>);

impl Parties {
    fn of(&self, key: &str) -> Option<Tenant> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(key).copied()
    }

    fn learn(&self, key: &str, tenant: Tenant) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= CACHE {
            known.clear();
        }
        known.insert(key.to_owned(), tenant);
    }
}

const PARTY: &str = "SELECT tenant, key, name FROM party";
const SELECT: &str = "SELECT tenant FROM party WHERE key = $1";
const INSERT: &str = "INSERT INTO party (tenant, key, name) \
     SELECT coalesce(max(tenant), 0) + 1, $1, $2 FROM party WHERE true ON CONFLICT DO NOTHING";
