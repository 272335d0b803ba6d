//! The standard's top-level resources: which items, steps, places and kinds of events there are (EPCIS 2.0 §12.6).

use std::collections::BTreeSet;

use super::key::KeyRange;
use super::occurs::Place;
use super::value::{Row, Statement, Value, values};
use super::{ItemKey, Result, Scope, Store};

/// Entries of one list.
pub const MAX_LIST: usize = 10_000;
/// Rows of items read at once: an item that occurs more often than that is left behind after so many rows.
const CHUNK: usize = 256;

/// Where in events a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordPlace {
    /// Business step.
    BizStep,
    /// Disposition.
    Disposition,
    /// Read point.
    ReadPoint,
    /// Business location.
    BizLocation,
}

impl Store {
    /// Words that occur there in events of the scope, each once, by URI, after this one.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn words(
        &self,
        scope: Scope,
        place: WordPlace,
        after: &str,
        limit: usize,
    ) -> Result<Vec<String>> {
        let place = match place {
            WordPlace::BizStep => Place::BizStep,
            WordPlace::Disposition => Place::Disposition,
            WordPlace::ReadPoint => Place::ReadPoint,
            WordPlace::BizLocation => Place::BizLocation,
        };
        let mut values = values![place as i64, after, limit.min(MAX_LIST)];
        let scope = within(scope, &mut values);
        let sql = format!(
            "SELECT DISTINCT uri FROM tenant_word JOIN word ON word.id = tenant_word.word \
             WHERE place = $1 AND uri > $2{scope} ORDER BY uri LIMIT $3"
        );
        self.engine()
            .read(Statement::new(sql, values))
            .await?
            .into_iter()
            .map(|mut row| row.text(0))
            .collect()
    }

    /// Kinds of events of the scope, each once, in order.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn kinds(&self, scope: Scope) -> Result<Vec<u8>> {
        let mut values = values![Place::Kind as i64];
        let scope = within(scope, &mut values);
        let sql = format!("SELECT DISTINCT word FROM tenant_word WHERE place = $1{scope} ORDER BY word");
        self.engine()
            .read(Statement::new(sql, values))
            .await?
            .into_iter()
            .map(|mut row| row.small(0))
            .collect()
    }

    /// Items in events of the scope, each once, in the order of their keys, after this one.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn items(&self, scope: Scope, after: Option<&ItemKey>, limit: usize) -> Result<Vec<ItemKey>> {
        let limit = limit.min(MAX_LIST);
        let mut after = after.map_or(Vec::new(), |key| key.as_bytes().to_vec());
        let mut stem = after[..after.len().min(super::occurs::STEM)].to_vec();
        let mut items = Vec::new();
        loop {
            let stems = self.stems(scope, &stem).await?;
            for next in &stems {
                self.items_of_stem(scope, next, &mut after, limit, &mut items).await?;
                if items.len() >= limit {
                    return Ok(items);
                }
            }
            match stems.into_iter().last() {
                // The smallest that is greater.
                Some(last) => stem = [last, vec![0]].concat(),
                None => return Ok(items),
            }
        }
    }

    /// URIs of items that are keyed by hash, as far as they are known.
    ///
    /// # Errors
    /// [`super::StoreError::Away`].
    pub async fn names(&self, items: &[ItemKey]) -> Result<Vec<(ItemKey, String)>> {
        let Some(names) = names(items) else { return Ok(Vec::new()) };
        self.engine().read(names).await?.into_iter().map(name).collect()
    }

    /// Stems that occur, from this one on. One that is no stem itself may lie within one.
    async fn stems(&self, scope: Scope, from: &[u8]) -> Result<Vec<Vec<u8>>> {
        let mut values = values![from.to_vec(), CHUNK];
        let scope = within(scope, &mut values);
        let sql =
            format!("SELECT DISTINCT stem FROM tenant_stem WHERE stem >= $1{scope} ORDER BY stem LIMIT $2");
        self.engine()
            .read(Statement::new(sql, values))
            .await?
            .into_iter()
            .map(|mut row| row.bytes(0))
            .collect()
    }

    async fn items_of_stem(
        &self,
        scope: Scope,
        stem: &[u8],
        after: &mut Vec<u8>,
        limit: usize,
        items: &mut Vec<ItemKey>,
    ) -> Result<()> {
        let KeyRange::Within { from, until } = KeyRange::beginning(stem.to_vec()) else { return Ok(()) };
        loop {
            // One lower bound alone: of two a database may take the wrong one to start from.
            let (with, bound) = if *after >= from { (">", &*after) } else { (">=", &from) };
            let mut values = values![bound.clone(), CHUNK];
            let mut tests = visible(scope, &mut values);
            if let Some(until) = &until {
                values.push(until.clone().into());
                tests.push_str(&format!(" AND item < ${}", values.len()));
            }
            let sql =
                format!("SELECT item FROM item_event WHERE item {with} $1{tests} ORDER BY item LIMIT $2");
            let rows = self.engine().read(Statement::new(sql, values)).await?;
            let last = rows.len() < CHUNK;
            let mut found = BTreeSet::new();
            for mut row in rows {
                found.insert(row.item(0)?);
            }
            for item in found {
                if items.len() >= limit {
                    return Ok(());
                }
                *after = item.as_bytes().to_vec();
                items.push(item);
            }
            if last {
                return Ok(());
            }
        }
    }
}

/// The URIs of items; none where no item is keyed by hash.
pub(crate) fn names(items: &[ItemKey]) -> Option<Statement> {
    let hashed = items.iter().filter(|item| item.is_hash());
    let keys: Vec<_> = hashed.map(|item| item.as_bytes().to_vec()).collect();
    (!keys.is_empty()).then(|| Statement::new(NAMES, vec![Value::Keys(keys)]))
}

/// A row of [`names`].
pub(crate) fn name(mut row: Row) -> Result<(ItemKey, String)> {
    Ok((row.item(0)?, row.text(1)?))
}

/// Of what occurs, what the scope sees.
fn within(scope: Scope, values: &mut Vec<Value>) -> String {
    narrowed(scope, "public = 1", values)
}

/// Of items, what the scope sees.
pub(crate) fn visible(scope: Scope, values: &mut Vec<Value>) -> String {
    narrowed(scope, "visibility = 2", values)
}

fn narrowed(scope: Scope, public: &str, values: &mut Vec<Value>) -> String {
    let mut own = |tenant: super::Tenant| {
        values.push(tenant.into());
        format!("tenant = ${}", values.len())
    };
    match scope {
        Scope::Party(tenant) => format!(" AND {}", own(tenant)),
        Scope::PartyAndPublic(tenant) => format!(" AND ({} OR {public})", own(tenant)),
        Scope::Public => format!(" AND {public}"),
        Scope::All => String::new(),
    }
}

const NAMES: &str = "SELECT item, uri FROM item_name WHERE item = ANY($1)";
