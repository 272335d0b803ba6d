//! Master data as documents bring it; each party's own.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use epcis::check::check_tree;
use epcis::model::{Content, Document, Header, Namespaces, Time, VocabularyElement, VocabularyList};
use epcis::query::Vocabularies;
use ground::{Ground, Instant};

use crate::problem::Problem;
use crate::store::{Master, Store, Tenant};

/// One kind for all vocabularies: the vocabulary stands in the body.
const KIND: u8 = 0;
/// Elements read at once.
const CHUNK: usize = 1_000;
/// Most elements of a party that queries know.
const MOST: usize = 100_000;

/// What was read already, until it is written again.
#[derive(Default)]
struct Cache(Mutex<Read>);

#[derive(Default)]
struct Read {
    of: HashMap<Tenant, Arc<Vocabularies>>,
    // Counts what was written: what was read before is not kept after.
    writes: u64,
}

impl Cache {
    fn lock(&self) -> MutexGuard<'_, Read> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps the master data of a document, over what was known of the same elements.
///
/// # Errors
/// The store is away.
pub(crate) async fn keep(
    ground: &Ground,
    store: &Store,
    tenant: Tenant,
    lists: Vec<VocabularyList>,
) -> Result<(), Problem> {
    let now = ground.clock.now();
    let elements = lists.into_iter().flat_map(|list| {
        let kind = list.kind;
        let of_one = move |element| {
            let (kind, elements) = (kind.clone(), vec![element]);
            VocabularyList { kind, elements, extensions: Vec::new() }
        };
        list.elements.into_iter().map(of_one)
    });
    let rows: Vec<Master> = elements.filter_map(|list| row(list, now)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    store.put_master(tenant, rows).await?;
    let known: Arc<Cache> = ground.shelf.get();
    let mut known = known.lock();
    known.writes += 1;
    known.of.remove(&tenant);
    Ok(())
}

fn row(list: VocabularyList, now: Instant) -> Option<Master> {
    let VocabularyElement { id, children, .. } = list.elements.first()?;
    let (uri, children) = (id.to_string(), children.iter().map(ToString::to_string).collect());
    Some(Master { kind: KIND, uri, children, body: document(list, now)?.into_bytes() })
}

// A document of one element: what any reader of EPCIS understands.
fn document(list: VocabularyList, now: Instant) -> Option<String> {
    let document = Document {
        namespaces: Namespaces::default(),
        id: None,
        schema_version: "2.0".into(),
        creation_date: Time::read(&now.rfc3339()).ok()?,
        instance_identifier: None,
        sender: None,
        receiver: None,
        header: Some(Header { master_data: vec![list], extensions: Vec::new() }),
        events: Vec::new(),
        body_extensions: Vec::new(),
        extensions: Vec::new(),
    };
    epcis::json::write(&Content::Document(Box::new(document)))
}

/// What a party knows.
///
/// # Errors
/// The store is away.
pub(super) async fn of(ground: &Ground, store: &Store, tenant: Tenant) -> Result<Arc<Vocabularies>, Problem> {
    let known: Arc<Cache> = ground.shelf.get();
    let writes = {
        let known = known.lock();
        if let Some(read) = known.of.get(&tenant) {
            return Ok(read.clone());
        }
        known.writes
    };
    let mut lists = Vec::new();
    let mut after = String::new();
    loop {
        let chunk = store.masters(tenant, KIND, &after, CHUNK).await?;
        let ends = chunk.len() < CHUNK || lists.len() >= MOST;
        if let Some(last) = chunk.last() {
            after.clone_from(&last.uri);
        }
        lists.extend(chunk.iter().filter_map(|row| read(&row.body)).flatten());
        if ends {
            break;
        }
    }
    let read = Arc::new(Vocabularies::of(&lists));
    let mut known = known.lock();
    if known.writes == writes {
        known.of.insert(tenant, read.clone());
    }
    Ok(read)
}

fn read(body: &[u8]) -> Option<Vec<VocabularyList>> {
    match check_tree(&epcis::lower(body).ok()?).0? {
        Content::Document(document) => document.header.map(|header| header.master_data),
        _ => None,
    }
}
