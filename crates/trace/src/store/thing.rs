//! Small documents beside the events: named queries, subscriptions, page tokens. Each has a version, so that two who
//! change it at once do not overwrite each other unknowing.

use super::prepare::fit;
use super::value::{Row, Statement, values};
use super::{Micros, Result, Store, Tenant, words};

/// Things of this kind and of those above listen: while there is one, stored events are noted in the outbox.
pub const FIRST_LISTENER: u8 = 64;
/// Things of one list.
pub const MAX_THINGS: usize = 10_000;

/// A small document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Whose.
    pub tenant: Tenant,
    /// What kind of document, as a number of the caller's.
    pub kind: u8,
    /// Its name, once for each party and kind.
    pub name: String,
    /// When it was written last.
    pub updated: Micros,
    /// What it says.
    pub body: Vec<u8>,
}

/// What the writer of a thing takes to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// Whatever.
    Any,
    /// Nothing.
    Nothing,
    /// This version.
    Version(i64),
}

impl Store {
    /// Writes a thing; its new version, or none when something else was there than expected.
    ///
    /// # Errors
    /// [`super::StoreError::Unfit`] for a name that is too long or has a NUL; [`super::StoreError::Away`].
    pub async fn put_thing(&self, thing: Thing, expect: Expect) -> Result<Option<i64>> {
        fit(0, "name", words::fits(&thing.name))?;
        let mut values = values![thing.kind, thing.tenant, thing.name, thing.updated, thing.body];
        let sql = match expect {
            Expect::Any => format!("{INSERT} DO UPDATE SET {SET} RETURNING version"),
            Expect::Nothing => format!("{INSERT} DO NOTHING RETURNING version"),
            Expect::Version(version) => {
                values.push(version.into());
                UPDATE.to_owned()
            }
        };
        self.one_version(Statement::new(sql, values)).await
    }

    /// A thing and its version.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn thing(&self, tenant: Tenant, kind: u8, name: &str) -> Result<Option<(Thing, i64)>> {
        let sql = format!("{SELECT} WHERE kind = $1 AND tenant = $2 AND name = $3");
        if !words::fits(name) {
            return Ok(None);
        }
        let rows = self.engine().read(Statement::new(sql, values![kind, tenant, name])).await?;
        rows.into_iter().next().map(thing).transpose()
    }

    /// Removes a thing; false when it was not there as expected.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn remove_thing(&self, tenant: Tenant, kind: u8, name: &str, expect: Expect) -> Result<bool> {
        let mut values = values![kind, tenant, name];
        let version = match expect {
            Expect::Nothing => return Ok(self.thing(tenant, kind, name).await?.is_none()),
            Expect::Any => "",
            Expect::Version(version) => {
                values.push(version.into());
                " AND version = $4"
            }
        };
        if !words::fits(name) {
            return Ok(false);
        }
        let sql = format!(
            "DELETE FROM thing WHERE kind = $1 AND tenant = $2 AND name = $3{version} RETURNING version"
        );
        Ok(self.one_version(Statement::new(sql, values)).await?.is_some())
    }

    /// Things of a kind, of one party or of all, by party and name, after this one.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn things(
        &self,
        tenant: Option<Tenant>,
        kind: u8,
        after: Option<(Tenant, &str)>,
        limit: usize,
    ) -> Result<Vec<(Thing, i64)>> {
        let mut values = values![kind, limit.min(MAX_THINGS)];
        let mut sql = format!("{SELECT} WHERE kind = $1");
        if let Some(tenant) = tenant {
            values.push(tenant.into());
            sql.push_str(&format!(" AND tenant = ${}", values.len()));
        }
        if let Some((tenant, name)) = after {
            values.extend(values![tenant, name]);
            sql.push_str(&format!(" AND (tenant, name) > (${}, ${})", values.len() - 1, values.len()));
        }
        sql.push_str(" ORDER BY tenant, name LIMIT $2");
        self.engine().read(Statement::new(sql, values)).await?.into_iter().map(thing).collect()
    }

    /// Removes the things of a kind that were last written before then: page tokens that have expired.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn expire_things(&self, kind: u8, before: Micros) -> Result<()> {
        self.engine().write(vec![Statement::new(EXPIRE, values![kind, before])]).await.map(drop)
    }

    async fn one_version(&self, statement: Statement) -> Result<Option<i64>> {
        let rows = self.engine().write(vec![statement]).await?;
        rows.into_iter().flatten().next().map(|mut row| row.int(0)).transpose()
    }
}

fn thing(mut row: Row) -> Result<(Thing, i64)> {
    let thing = Thing {
        tenant: row.tenant(0)?,
        kind: row.small(1)?,
        name: row.text(2)?,
        updated: row.time(3)?,
        body: row.bytes(4)?,
    };
    Ok((thing, row.int(5)?))
}

const SELECT: &str = "SELECT tenant, kind, name, updated, body, version FROM thing";
const INSERT: &str = "INSERT INTO thing (kind, tenant, name, updated, body, version) VALUES ($1, $2, $3, $4, $5, 1) \
     ON CONFLICT (kind, tenant, name)";
const SET: &str = "updated = excluded.updated, body = excluded.body, version = thing.version + 1";
const UPDATE: &str = "UPDATE thing SET updated = $4, body = $5, version = version + 1 \
     WHERE kind = $1 AND tenant = $2 AND name = $3 AND version = $6 RETURNING version";
const EXPIRE: &str = "DELETE FROM thing WHERE kind = $1 AND updated < $2";
