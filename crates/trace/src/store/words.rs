//! URIs that occur in many events, each written once and known by a number.

use std::collections::{BTreeSet, HashMap};
use std::sync::{PoisonError, RwLock};

use super::engine::Engine;
use super::event::MAX_WORD;
use super::value::{Statement, Value};
use super::{Result, StoreError};

/// Words kept in memory; beyond it memory is emptied and filled again.
const CACHE: usize = 200_000;
/// Words written by one statement.
const CHUNK: usize = 500;
/// Tries to get a number while others take numbers too.
const TRIES: usize = 20;

/// The number of a word.
pub(crate) type Word = i32;

/// The words met so far.
#[derive(Default)]
pub(crate) struct Words {
    ids: RwLock<HashMap<String, Word>>,
}

impl Words {
    /// Numbers of words; those not in the database are given one. A word without an event does no harm, so they are
    /// true before the events are.
    pub async fn intern(&self, engine: &Engine, wanted: BTreeSet<&str>) -> Result<HashMap<String, Word>> {
        let (mut known, mut missing) = self.known(&wanted);
        for _ in 0..TRIES {
            self.look_up(engine, &mut known, &mut missing).await?;
            if missing.is_empty() {
                return Ok(known);
            }
            for chunk in missing.chunks(CHUNK) {
                engine.write(vec![Statement::new(INSERT, vec![texts(chunk)])]).await?;
            }
        }
        Err(StoreError::broken("a word gets no number"))
    }

    /// Numbers of the words that are in the database.
    pub async fn find(&self, engine: &Engine, uris: &[String]) -> Result<Vec<Word>> {
        let wanted: BTreeSet<&str> = uris.iter().map(String::as_str).filter(|uri| fits(uri)).collect();
        let (mut known, mut missing) = self.known(&wanted);
        self.look_up(engine, &mut known, &mut missing).await?;
        Ok(known.into_values().collect())
    }

    fn known(&self, wanted: &BTreeSet<&str>) -> (HashMap<String, Word>, Vec<String>) {
        let ids = self.ids.read().unwrap_or_else(PoisonError::into_inner);
        let mut known = HashMap::with_capacity(wanted.len());
        let mut missing = Vec::new();
        for uri in wanted {
            match ids.get(*uri) {
                Some(id) => drop(known.insert((*uri).to_owned(), *id)),
                None => missing.push((*uri).to_owned()),
            }
        }
        (known, missing)
    }

    /// Moves what the database has from the missing to the known.
    async fn look_up(
        &self,
        engine: &Engine,
        known: &mut HashMap<String, Word>,
        missing: &mut Vec<String>,
    ) -> Result<()> {
        let mut found = Vec::new();
        for chunk in missing.chunks(CHUNK) {
            for mut row in engine.read(Statement::new(SELECT, vec![texts(chunk)])).await? {
                found.push((row.text(0)?, row.small::<Word>(1)?));
            }
        }
        let mut ids = self.ids.write().unwrap_or_else(PoisonError::into_inner);
        if ids.len() + found.len() > CACHE {
            ids.clear();
        }
        for (uri, id) in found {
            ids.insert(uri.clone(), id);
            known.insert(uri, id);
        }
        missing.retain(|uri| !known.contains_key(uri));
        Ok(())
    }
}

/// True for what may be a word at all.
pub(crate) fn fits(uri: &str) -> bool {
    uri.len() <= MAX_WORD && !uri.contains('\0')
}

fn texts(chunk: &[String]) -> Value {
    Value::Texts(chunk.to_vec())
}

const SELECT: &str = "SELECT uri, id FROM word WHERE uri = ANY($1)";
const INSERT: &str = "INSERT INTO word (id, uri) \
     SELECT (SELECT coalesce(max(id), 0) FROM word) + row_number() OVER (), value FROM unnest($1::text[]) AS value \
     WHERE true ON CONFLICT DO NOTHING";
