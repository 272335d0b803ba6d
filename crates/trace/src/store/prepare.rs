//! A batch made ready for the writer: checked, its words known by number, its documents compressed, its items joined
//! with those of the other side. All of it is done before the writer's turn, which is the narrow place.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::batch::MAX_EVENTS;
use super::event::{MAX_DOCUMENT, MAX_ITEMS, MAX_WORD};
use super::pack::Version;
use super::words::Word;
use super::{
    Batch, EventKey, Item, ItemKey, Micros, NewEvent, NewJob, Outcome, Result, Role, Shared, StoreError,
};
use super::{Tenant, Visibility, links};

/// Bytes of documents from which compressing them is work for a thread of its own.
const LONG: usize = 64 << 10;

pub(crate) struct Prepared {
    pub tenant: Tenant,
    pub all_or_nothing: bool,
    pub events: Vec<Ready>,
    pub job: Option<NewJob>,
    pub names: Vec<(ItemKey, String)>,
}

pub(crate) struct Ready {
    pub id: EventKey,
    pub event_time: Micros,
    pub kind: u8,
    pub action: Option<u8>,
    /// Step, disposition, read point, location.
    pub words: [Option<Word>; 4],
    pub identity: Option<[u8; 16]>,
    pub content: [u8; 16],
    pub in_error: bool,
    pub grade: u8,
    pub visibility: Visibility,
    pub dict: Version,
    pub doc: Vec<u8>,
    pub items: Vec<ReadyItem>,
}

pub(crate) struct ReadyItem {
    pub key: ItemKey,
    pub role: Role,
    /// Empty without another side, none when it has too many items.
    pub links: Option<Arc<[u8]>>,
}

impl Prepared {
    /// The events that were stored.
    pub fn stored<'a>(&'a self, outcomes: &[Outcome]) -> Vec<(&'a Self, &'a Ready)> {
        let pairs = self.events.iter().zip(outcomes);
        pairs.filter(|(_, outcome)| **outcome == Outcome::Stored).map(|(event, _)| (self, event)).collect()
    }

    /// Nothing of the batch is stored, neither its events nor what goes with them.
    pub fn is_withheld(&self, outcomes: &[Outcome]) -> bool {
        self.all_or_nothing && outcomes.iter().any(|outcome| matches!(outcome, Outcome::Conflict(_)))
    }

    /// Nothing of the batch is stored, so nothing is the same as something of it either.
    pub fn withhold(&self, outcomes: &mut [Outcome]) {
        let own: HashSet<EventKey> = self.stored(outcomes).into_iter().map(|(_, event)| event.id).collect();
        for outcome in outcomes {
            match outcome {
                Outcome::Stored => *outcome = Outcome::Withheld,
                Outcome::Same(key) if own.contains(key) => *outcome = Outcome::Withheld,
                _ => {}
            }
        }
    }
}

/// Makes a batch ready.
pub(crate) async fn prepare(shared: &Arc<Shared>, batch: Batch) -> Result<Prepared> {
    check(&batch)?;
    let wanted = batch.events.iter().flat_map(words_of).flatten().collect();
    let words = shared.words.intern(&shared.engine, wanted).await?;
    if batch.events.iter().map(|event| event.doc.len()).sum::<usize>() < LONG {
        return ready(shared, batch, &words);
    }
    let shared = Arc::clone(shared);
    tokio::task::spawn_blocking(move || ready(&shared, batch, &words)).await.map_err(StoreError::broken)?
}

fn ready(shared: &Shared, batch: Batch, words: &HashMap<String, Word>) -> Result<Prepared> {
    let (dict, docs) = shared.pack.press(batch.events.iter().map(|event| event.doc.as_slice()))?;
    let events =
        batch.events.into_iter().zip(docs).map(|(event, doc)| one(event, dict, doc, words)).collect();
    Ok(Prepared {
        tenant: batch.tenant,
        all_or_nothing: batch.all_or_nothing,
        events,
        job: batch.job,
        names: batch.names,
    })
}

fn one(event: NewEvent, dict: Version, doc: Vec<u8>, words: &HashMap<String, Word>) -> Ready {
    Ready {
        id: event.id,
        event_time: event.event_time,
        kind: event.kind,
        action: event.action,
        words: words_of(&event).map(|uri| uri.and_then(|uri| words.get(uri).copied())),
        identity: event.identity,
        content: event.content,
        in_error: event.in_error,
        grade: event.grade,
        visibility: event.visibility,
        dict,
        doc,
        items: items(event.items),
    }
}

fn words_of(event: &NewEvent) -> [Option<&str>; 4] {
    [&event.biz_step, &event.disposition, &event.read_point, &event.biz_location].map(Option::as_deref)
}

/// Each item once in each role, in order, with the items of the other side.
fn items(mut items: Vec<Item>) -> Vec<ReadyItem> {
    let links = Role::ALL.map(|role| {
        let other = role.other_side();
        links::join(items.iter().filter(|item| Some(item.role) == other).map(|item| &item.key).collect())
            .map(Arc::from)
    });
    items.sort_unstable_by(|a, b| (&a.key, a.role).cmp(&(&b.key, b.role)));
    items.dedup();
    let ready =
        |item: Item| ReadyItem { links: links[item.role as usize].clone(), key: item.key, role: item.role };
    items.into_iter().map(ready).collect()
}

fn check(batch: &Batch) -> Result<()> {
    at_most(0, "events", batch.events.len(), MAX_EVENTS)?;
    for (at, event) in batch.events.iter().enumerate() {
        at_most(at, "doc", event.doc.len(), MAX_DOCUMENT)?;
        at_most(at, "items", event.items.len(), MAX_ITEMS)?;
        for word in words_of(event).into_iter().flatten() {
            at_most(at, "word", word.len(), MAX_WORD)?;
            fit(at, "word", !word.contains('\0'))?;
        }
    }
    for (at, (_, uri)) in batch.names.iter().enumerate() {
        fit(at, "name", !uri.contains('\0'))?;
    }
    if let Some(job) = &batch.job {
        fit(0, "errors", !job.errors.contains('\0'))?;
    }
    Ok(())
}

pub(crate) fn at_most(at: usize, what: &'static str, found: usize, most: usize) -> Result<()> {
    if found <= most { Ok(()) } else { Err(StoreError::TooMuch { at, what, found, most }) }
}

pub(crate) fn fit(at: usize, what: &'static str, fits: bool) -> Result<()> {
    if fits { Ok(()) } else { Err(StoreError::Unfit { at, what }) }
}
