//! Master data: what products, places and parties are, and what belongs to what.

use std::collections::HashSet;

use super::prepare::fit;
use super::value::{Row, Statement, Value, values};
use super::{Result, Store, Tenant, words};

/// Entries of one list.
pub const MAX_MASTERS: usize = 10_000;
/// Levels of a hierarchy that are followed.
pub const MAX_LEVELS: usize = 32;

/// A vocabulary element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Master {
    /// Its vocabulary, as a number of the caller's.
    pub kind: u8,
    /// What it is about.
    pub uri: String,
    /// What is said of it, in the caller's form.
    pub body: Vec<u8>,
    /// What belongs to it.
    pub children: Vec<String>,
}

/// What lies below an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Descendants {
    /// The element itself, then its children, then theirs.
    pub uris: Vec<String>,
    /// False when there are more than were asked for.
    pub complete: bool,
}

impl Store {
    /// Writes elements of a party, over what was said of them.
    ///
    /// # Errors
    /// [`super::StoreError::Unfit`] for a URI that is too long or has a NUL; [`super::StoreError::Away`].
    pub async fn put_master(&self, tenant: Tenant, elements: Vec<Master>) -> Result<()> {
        let mut statements = Vec::new();
        for (at, element) in elements.into_iter().enumerate() {
            fit(
                at,
                "name",
                words::fits(&element.uri) && element.children.iter().all(|child| words::fits(child)),
            )?;
            statements.push(Statement::new(ORPHAN, values![tenant, element.kind, element.uri.as_str()]));
            if !element.children.is_empty() {
                let mut values = values![tenant, element.kind, element.uri.as_str()];
                values.push(Value::Texts(element.children));
                statements.push(Statement::new(CHILDREN_OF, values));
            }
            statements.push(Statement::new(PUT, values![tenant, element.kind, element.uri, element.body]));
        }
        self.engine().write(statements).await.map(drop)
    }

    /// Elements of a party by their URIs, without their children.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn master(&self, tenant: Tenant, kind: u8, uris: &[String]) -> Result<Vec<Master>> {
        let mut values = values![tenant, kind];
        values.push(Value::Texts(uris.iter().filter(|uri| words::fits(uri)).cloned().collect()));
        let sql = format!("{SELECT} AND uri = ANY($3) ORDER BY uri");
        self.engine().read(Statement::new(sql, values)).await?.into_iter().map(master).collect()
    }

    /// Elements of a party by URI, after this one, without their children.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn masters(&self, tenant: Tenant, kind: u8, after: &str, limit: usize) -> Result<Vec<Master>> {
        let sql = format!("{SELECT} AND uri > $3 ORDER BY uri LIMIT $4");
        let values = values![tenant, kind, after, limit.min(MAX_MASTERS)];
        self.engine().read(Statement::new(sql, values)).await?.into_iter().map(master).collect()
    }

    /// An element and all below it, level by level, each once; no more than the limit and [`MAX_LEVELS`].
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn descendants(
        &self,
        tenant: Tenant,
        kind: u8,
        uri: &str,
        limit: usize,
    ) -> Result<Descendants> {
        let mut uris = vec![uri.to_owned()];
        let mut seen: HashSet<String> = uris.iter().cloned().collect();
        let mut level = uris.clone();
        for _ in 0..MAX_LEVELS {
            level.retain(|uri| words::fits(uri));
            if level.is_empty() {
                return Ok(Descendants { uris, complete: true });
            }
            let mut values = values![tenant, kind];
            values.extend([Value::Texts(std::mem::take(&mut level)), (limit + 1).into()]);
            for mut row in self.engine().read(Statement::new(CHILDREN, values)).await? {
                let child = row.text(0)?;
                if seen.contains(&child) {
                    continue;
                }
                if uris.len() >= limit {
                    return Ok(Descendants { uris, complete: false });
                }
                seen.insert(child.clone());
                uris.push(child.clone());
                level.push(child);
            }
        }
        Ok(Descendants { complete: level.is_empty(), uris })
    }
}

fn master(mut row: Row) -> Result<Master> {
    Ok(Master { kind: row.small(0)?, uri: row.text(1)?, body: row.bytes(2)?, children: Vec::new() })
}

const SELECT: &str = "SELECT kind, uri, body FROM master WHERE tenant = $1 AND kind = $2";
const PUT: &str = "INSERT INTO master (tenant, kind, uri, body) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (tenant, kind, uri) DO UPDATE SET body = excluded.body";
const ORPHAN: &str = "DELETE FROM master_child WHERE tenant = $1 AND kind = $2 AND parent = $3";
const CHILDREN_OF: &str = "INSERT INTO master_child (tenant, kind, parent, child) \
     SELECT $1, $2, $3, value FROM unnest($4::text[]) AS value WHERE true ON CONFLICT DO NOTHING";
const CHILDREN: &str = "SELECT DISTINCT child FROM master_child \
     WHERE tenant = $1 AND kind = $2 AND parent = ANY($3) ORDER BY child LIMIT $4";
