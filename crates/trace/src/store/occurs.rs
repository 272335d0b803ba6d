//! What occurs at a party: words by their place in the event, and stems of item keys. Small tables, so that the lists
//! of the standard's top-level resources need not look through the archive.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Mutex, PoisonError};

use super::prepare::Ready;
use super::value::{Statement, values};
use super::{ItemKey, Tenant, Visibility};

/// Bytes of a key that make its stem: the whole of a product, 65,536 logistic units of a producer.
pub(crate) const STEM: usize = 7;
/// Entries kept in memory; beyond it memory is emptied and filled again.
const CACHE: usize = 2_000_000;

/// Where a word stands in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Place {
    Kind = 0,
    BizStep = 1,
    Disposition = 2,
    ReadPoint = 3,
    BizLocation = 4,
}

const WORDS: [Place; 4] = [Place::BizStep, Place::Disposition, Place::ReadPoint, Place::BizLocation];

/// The first bytes of a key and how many there are, in one number.
type Stem = u64;

/// What the database is known to have.
#[derive(Default)]
pub(crate) struct Occurs {
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    words: HashSet<(Tenant, Place, i32, bool)>,
    stems: HashSet<(Tenant, Stem, bool)>,
}

/// What the database is to learn with the events of one transaction; true for what occurs in a public event.
#[derive(Default)]
pub(crate) struct News {
    words: BTreeMap<(Tenant, Place, i32), bool>,
    stems: BTreeMap<(Tenant, Stem), bool>,
}

impl Occurs {
    /// What these events bring that is not known yet.
    pub fn news<'a>(&self, events: impl Iterator<Item = (Tenant, &'a Ready)>) -> News {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut news = News::default();
        for (tenant, event) in events {
            let public = event.visibility == Visibility::Public;
            let kind = (Place::Kind, Some(i32::from(event.kind)));
            for (place, word) in WORDS.into_iter().zip(event.words).chain([kind]) {
                if let Some(word) = word
                    && !known.words.contains(&(tenant, place, word, public))
                {
                    *news.words.entry((tenant, place, word)).or_default() |= public;
                }
            }
            for item in &event.items {
                let stem = stem(&item.key);
                if !known.stems.contains(&(tenant, stem, public)) {
                    *news.stems.entry((tenant, stem)).or_default() |= public;
                }
            }
        }
        news
    }

    /// After the commit.
    pub fn learn(&self, news: &News) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.words.len() + known.stems.len() > CACHE {
            *known = Known::default();
        }
        // What is known to be public occurs: that it is not public need not be asked again.
        for (&(tenant, place, word), &public) in &news.words {
            known.words.insert((tenant, place, word, false));
            if public {
                known.words.insert((tenant, place, word, true));
            }
        }
        for (&(tenant, stem), &public) in &news.stems {
            known.stems.insert((tenant, stem, false));
            if public {
                known.stems.insert((tenant, stem, true));
            }
        }
    }
}

impl News {
    /// Writes them, in one order for all writers, so that none waits for another in a circle.
    pub fn statements(&self) -> Vec<Statement> {
        let words = self.words.iter().map(|(&(tenant, place, word), &public)| {
            Statement::new(WORD, values![tenant, place as i64, word, public])
        });
        let stems = self.stems.iter().map(|(&(tenant, stem), &public)| {
            Statement::new(STEMS, values![tenant, stem_bytes(stem), public])
        });
        words.chain(stems).collect()
    }
}

fn stem(key: &ItemKey) -> Stem {
    let bytes = &key.as_bytes()[..key.as_bytes().len().min(STEM)];
    let mut eight = [0; 8];
    eight[..bytes.len()].copy_from_slice(bytes);
    eight[7] = u8::try_from(bytes.len()).unwrap_or(0);
    Stem::from_be_bytes(eight)
}

fn stem_bytes(stem: Stem) -> Vec<u8> {
    let eight = stem.to_be_bytes();
    eight[..usize::from(eight[7]).min(STEM)].to_vec()
}

const WORD: &str = "INSERT INTO tenant_word (tenant, place, word, public) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (tenant, place, word) DO UPDATE SET public = excluded.public \
     WHERE tenant_word.public < excluded.public";
const STEMS: &str = "INSERT INTO tenant_stem (tenant, stem, public) VALUES ($1, $2, $3) \
     ON CONFLICT (tenant, stem) DO UPDATE SET public = excluded.public \
     WHERE tenant_stem.public < excluded.public";
