//! One neutral, ordered tree that both bindings are lowered into.
//!
//! Its shape is that of the JSON binding of EPCIS 2.0 (section 10): a list is a list, an item of a list has no
//! name, `readPoint` has an `id`. What XML wraps around values (`epc`, `quantityElement`, `extension`) does
//! not stand here; it only stands in the place that a node knows, so that a finding names what the writer wrote.
//! Values are as written: nothing is normalised, expanded or checked yet.

mod build;
mod fault;
mod field;
mod name;
mod place;
mod walk;

pub use build::Builder;
pub use fault::{TreeFault, TreeFaultKind};
pub use field::Field;
pub use name::{Name, Space};
pub use place::Syntax;
pub use walk::{Branch, Children, Items};

use std::borrow::Cow;

/// How deep nodes may be nested.
pub const MAX_DEPTH: usize = 64;
/// How many nodes one source may have, however long it is.
pub const MAX_NODES: usize = 2_000_000;
/// How many nodes a source may have that is short; a longer one has one more for each [`NODE_BYTES`].
const FREE_NODES: usize = 50_000;
/// An event of a kilobyte has about forty nodes, of 25 bytes each. A source of far shorter ones would need far more
/// memory than its length lets expect.
const NODE_BYTES: usize = 16;
/// How many bytes one source may have.
pub const MAX_SOURCE: usize = 64 * 1024 * 1024;
/// How many namespaces and prefixes one source may name.
pub const MAX_SPACES: usize = 256;
/// How many bytes the IRI of a namespace may have: each of its names is hashed with it.
pub const MAX_SPACE: usize = 256;

/// How many nodes a source of that many bytes may have.
pub(crate) const fn most_nodes(bytes: usize) -> usize {
    let most = FREE_NODES + bytes / NODE_BYTES;
    if most < MAX_NODES { most } else { MAX_NODES }
}

/// The value of a node. Children of a list or of fields stand behind their node.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'s> {
    /// A text.
    Text(Cow<'s, str>),
    /// A number of the JSON binding, as written.
    Number(Cow<'s, str>),
    /// A truth value of the JSON binding.
    Bool(bool),
    /// Nothing: `null`, or `xsi:nil`.
    Null,
    /// A list; its children are items without a name.
    List,
    /// Named children in their order.
    Fields,
}

/// One node; its children follow it directly.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'s> {
    /// What it is.
    pub name: Name<'s>,
    /// What it holds.
    pub value: Value<'s>,
    /// Byte offset in the source.
    pub at: u32,
    // The steps from the parent as they are written: a key, an element or several, an attribute with `@`.
    // Empty for what the place passes over.
    pub(crate) written: Cow<'s, str>,
    // The first node that is no descendant.
    pub(crate) end: u32,
}

/// A prefix and the namespace it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefix<'s> {
    /// The prefix, without its colon.
    pub prefix: Cow<'s, str>,
    /// The namespace.
    pub iri: Cow<'s, str>,
    /// Byte offset of the object or element that declares it.
    pub at: u32,
}

/// A whole source, lowered.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree<'s> {
    pub(crate) syntax: Syntax,
    pub(crate) nodes: Vec<Node<'s>>,
    pub(crate) spaces: Vec<Cow<'s, str>>,
    pub(crate) prefixes: Vec<Prefix<'s>>,
}

impl<'s> Tree<'s> {
    /// The outermost node: a document or a bare event.
    #[must_use]
    pub fn root(&self) -> Branch<'_, 's> {
        Branch::new(self, 0)
    }

    /// What it was read from.
    #[must_use]
    pub const fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// The namespace's IRI.
    #[must_use]
    pub fn iri(&self, space: Space) -> &str {
        self.spaces.get(space.index()).map_or("", |iri| iri)
    }

    /// All prefixes in the order they are declared.
    #[must_use]
    pub fn prefixes(&self) -> &[Prefix<'s>] {
        &self.prefixes
    }
}
