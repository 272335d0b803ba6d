//! Documents, compressed. One event alone compresses badly, so a dictionary is trained once from the first documents
//! and kept in the database; every version is kept for ever, because documents stay as they were written.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use zstd::bulk::{Compressor, Decompressor};

use super::event::MAX_DOCUMENT;
use super::{Result, StoreError};

/// Bytes of a dictionary.
const DICTIONARY: usize = 16 << 10;
/// The level that the storage figures were measured with: above it little is won.
const LEVEL: i32 = 3;
/// Compressors kept for the next batch.
const IDLE: usize = 8;

/// A dictionary: version 0 is none.
pub(crate) type Version = i64;

/// All dictionaries, and what compresses with the newest.
#[derive(Default)]
pub(crate) struct Pack {
    dictionaries: RwLock<BTreeMap<Version, Arc<Vec<u8>>>>,
    idle: Mutex<Vec<(Version, Compressor<'static>)>>,
    idle_out: Mutex<Vec<Unpack>>,
}

/// Takes documents out again, each dictionary loaded once.
#[derive(Default)]
pub(crate) struct Unpack {
    open: BTreeMap<Version, Decompressor<'static>>,
}

impl Pack {
    /// Learns a dictionary that is in the database.
    pub fn learn(&self, version: Version, bytes: Vec<u8>) {
        let mut dictionaries = self.dictionaries.write().unwrap_or_else(PoisonError::into_inner);
        dictionaries.insert(version, Arc::new(bytes));
    }

    /// The newest dictionary, 0 for none.
    pub fn newest(&self) -> Version {
        let dictionaries = self.dictionaries.read().unwrap_or_else(PoisonError::into_inner);
        dictionaries.last_key_value().map_or(0, |(version, _)| *version)
    }

    /// Compresses documents with the newest dictionary.
    pub fn press<'a>(&self, docs: impl Iterator<Item = &'a [u8]>) -> Result<(Version, Vec<Vec<u8>>)> {
        let version = self.newest();
        let mut compressor = self.compressor(version)?;
        let pressed = docs.map(|doc| compressor.compress(doc)).collect::<std::io::Result<Vec<_>>>();
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE {
            idle.push((version, compressor));
        }
        Ok((version, pressed.map_err(StoreError::broken)?))
    }

    /// True when the dictionary is known.
    pub fn has(&self, version: Version) -> bool {
        version == 0 || self.bytes(version).is_some()
    }

    /// What takes documents out; give it back afterwards.
    pub fn unpack(&self) -> Unpack {
        self.idle_out.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    /// Keeps it for the next reader.
    pub fn give_back(&self, unpack: Unpack) {
        let mut idle = self.idle_out.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE {
            idle.push(unpack);
        }
    }

    /// A document as it was given.
    pub fn unpress(&self, unpack: &mut Unpack, version: Version, doc: &[u8]) -> Result<Vec<u8>> {
        if let std::collections::btree_map::Entry::Vacant(slot) = unpack.open.entry(version) {
            let bytes = self.bytes(version);
            if version != 0 && bytes.is_none() {
                return Err(StoreError::Broken(format!("dictionary {version} is lost")));
            }
            let dictionary = bytes.as_ref().map_or(&[][..], |bytes| bytes.as_slice());
            slot.insert(Decompressor::with_dictionary(dictionary).map_err(StoreError::broken)?);
        }
        let Some(decompressor) = unpack.open.get_mut(&version) else {
            return Err(StoreError::broken("dictionary"));
        };
        let length = zstd::zstd_safe::get_frame_content_size(doc).ok().flatten();
        let length =
            length.and_then(|length| usize::try_from(length).ok()).unwrap_or(MAX_DOCUMENT).min(MAX_DOCUMENT);
        decompressor.decompress(doc, length).map_err(StoreError::broken)
    }

    fn bytes(&self, version: Version) -> Option<Arc<Vec<u8>>> {
        self.dictionaries.read().unwrap_or_else(PoisonError::into_inner).get(&version).cloned()
    }

    fn compressor(&self, version: Version) -> Result<Compressor<'static>> {
        {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            idle.retain(|(made_for, _)| *made_for == version);
            if let Some((_, compressor)) = idle.pop() {
                return Ok(compressor);
            }
        }
        let bytes = self.bytes(version);
        let dictionary = bytes.as_ref().map_or(&[][..], |bytes| bytes.as_slice());
        Compressor::with_dictionary(LEVEL, dictionary).map_err(StoreError::broken)
    }
}

/// A dictionary from documents; none when they are too few or too short to learn from.
pub(crate) fn train(docs: &[Vec<u8>]) -> Option<Vec<u8>> {
    zstd::dict::from_samples(docs, DICTIONARY).ok().filter(|bytes| !bytes.is_empty())
}
