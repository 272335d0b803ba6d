//! What a node is called.

use std::borrow::Cow;

use super::Field;

/// A namespace of one tree; [`super::Tree::iri`] tells its IRI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Space(u16);

impl Space {
    pub(crate) fn new(index: usize) -> Self {
        Self(u16::try_from(index).unwrap_or(u16::MAX))
    }

    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What a node is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name<'s> {
    /// The outermost node, or an item of a list.
    Item,
    /// A word of the standard.
    Field(Field),
    /// A name in a namespace that is not the standard's.
    Own {
        /// The namespace.
        space: Space,
        /// The name in it.
        local: Cow<'s, str>,
    },
    /// Neither a word of the standard nor in a namespace.
    Bare(Cow<'s, str>),
}
