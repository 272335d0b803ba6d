//! The event hash of CBV 2.0 (section 8.9): what an event says, whatever binding, order or form it is written in.
//!
//! It is taken from the tree, not from the model: what parses is hashed, valid or not. The order of fields, and
//! what of an extension counts, is that of the reference implementation where the prose leaves it open.

mod field;
mod number;
mod order;
mod rest;
mod sort;
mod time;
mod value;

use std::fmt;

use sha2::{Digest, Sha256};

use crate::tree::{Branch, Field, Name, Tree, Value};

/// Room for the string of a short event.
const TYPICAL_BYTES: usize = 1_024;
/// How many fields a document can leave out of the hash.
const MAX_IGNORED: usize = 256;
const HEX: &[u8; 16] = b"0123456789abcdef";

/// The hash of an event: its identifier where it has no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventHash([u8; 32]);

impl EventHash {
    /// The 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for EventHash {
    /// `ni:///sha-256;…?ver=CBV2.0`
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = [0; 64];
        for (place, byte) in self.0.iter().enumerate() {
            digits[place * 2] = HEX[usize::from(byte >> 4)];
            digits[place * 2 + 1] = HEX[usize::from(byte & 15)];
        }
        let digits = str::from_utf8(&digits).map_err(|_| fmt::Error)?;
        write!(out, "ni:///sha-256;{digits}?ver=CBV2.0")
    }
}

/// Hashes events of one tree after the other, with one buffer.
#[derive(Debug, Default)]
pub struct Hasher {
    out: String,
    // For sorting: what is sorted, and where its pieces lie.
    scratch: String,
    pieces: Vec<(usize, usize)>,
    // Namespace and name of extensions that the document leaves out of the hash.
    ignored: Vec<(String, String)>,
}

impl Hasher {
    /// A hasher for the events of that tree.
    #[must_use]
    pub fn new(tree: &Tree<'_>) -> Self {
        Self { out: String::with_capacity(TYPICAL_BYTES), ignored: ignored(tree), ..Self::default() }
    }

    /// The string that is hashed.
    pub fn prehash(&mut self, event: Branch<'_, '_>) -> &str {
        self.out.clear();
        self.event(event);
        &self.out
    }

    /// The hash.
    pub fn hash(&mut self, event: Branch<'_, '_>) -> EventHash {
        self.prehash(event);
        EventHash(Sha256::digest(self.out.as_bytes()).into())
    }
}

/// The events of a tree in document order.
pub fn events<'t, 's>(tree: &'t Tree<'s>) -> impl Iterator<Item = Branch<'t, 's>> {
    let root = tree.root();
    let body = root.child(Field::EpcisBody);
    let results = body.and_then(|body| body.child(Field::QueryResults)?.child(Field::ResultsBody));
    let list = [body, results].into_iter().flatten();
    let list = list.flat_map(|body| body.child(Field::EventList).or_else(|| body.child(Field::Event)));
    let bare = body.is_none().then_some(root);
    list.flat_map(Branch::items).chain(bare).filter(|event| *event.value() == Value::Fields)
}

// `ignoreFields` of any namespace: compact names in JSON, empty elements in XML.
fn ignored(tree: &Tree<'_>) -> Vec<(String, String)> {
    let root = Some(tree.root());
    let body = tree.root().child(Field::EpcisBody);
    let results = body.and_then(|body| body.child(Field::QueryResults));
    let frame = [root, body, results].into_iter().flatten();
    let lists = frame.flat_map(Branch::children).filter(|child| match child.name() {
        Name::Own { local, .. } => local == "ignoreFields",
        _ => false,
    });
    let mut ignored = Vec::new();
    for list in lists {
        for item in list.items() {
            for child in item.children() {
                if let Name::Own { space, local } = child.name() {
                    ignored.push((tree.iri(*space).to_owned(), local.clone().into_owned()));
                }
            }
            if let Some((prefix, local)) = item.text().and_then(|text| text.split_once(':'))
                && let Some(known) = tree.prefixes().iter().find(|known| known.prefix == prefix)
            {
                ignored.push((known.iri.clone().into_owned(), local.to_owned()));
            }
        }
    }
    ignored.truncate(MAX_IGNORED);
    ignored
}
