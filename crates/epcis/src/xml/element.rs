//! A source of XML as elements in document order.

use std::borrow::Cow;
use std::ops::Range;

use super::space::{Index, Known, NONE, Role, XSI};

/// An attribute that is no declaration of a namespace.
#[derive(Debug)]
pub(super) struct Attribute<'s> {
    /// Its name as written.
    pub(super) written: &'s str,
    pub(super) space: Index,
    pub(super) local: &'s str,
    pub(super) value: Cow<'s, str>,
    pub(super) at: usize,
}

/// An element; its descendants follow it directly.
#[derive(Debug)]
pub(super) struct Element<'s> {
    /// Its name as written.
    pub(super) written: &'s str,
    pub(super) space: Index,
    pub(super) local: &'s str,
    /// Its own text, without that of its children.
    pub(super) text: Cow<'s, str>,
    pub(super) attributes: Range<u32>,
    /// White space at the ends of its text counts.
    pub(super) preserve: bool,
    pub(super) at: usize,
    /// The first element that is no descendant.
    pub(super) end: u32,
}

/// A whole source.
#[derive(Debug)]
pub(super) struct Source<'s> {
    pub(super) elements: Vec<Element<'s>>,
    pub(super) attributes: Vec<Attribute<'s>>,
    pub(super) spaces: Vec<Known<'s>>,
    pub(super) prefixes: Vec<(&'s str, Index, usize)>,
}

impl<'s> Source<'s> {
    pub(super) fn get(&self, index: u32) -> &Element<'s> {
        &self.elements[index as usize]
    }

    /// The children of an element.
    pub(super) fn children(&self, parent: u32) -> impl Iterator<Item = u32> + Clone + use<'_, 's> {
        let (first, end) = (parent + 1, self.get(parent).end);
        std::iter::successors((first < end).then_some(first), move |child| {
            let next = self.get(*child).end;
            (next < end).then_some(next)
        })
    }

    pub(super) fn has_children(&self, index: u32) -> bool {
        self.get(index).end > index + 1
    }

    /// The attributes of an element.
    pub(super) fn attributes(&self, index: u32) -> impl Iterator<Item = (u32, &Attribute<'s>)> {
        let range = self.get(index).attributes.clone();
        range.map(|place| (place, &self.attributes[place as usize]))
    }

    /// An attribute without a namespace.
    pub(super) fn plain(&self, index: u32, local: &str) -> Option<&Attribute<'s>> {
        self.attributes(index)
            .map(|(_, attribute)| attribute)
            .find(|attribute| attribute.space == NONE && attribute.local == local)
    }

    /// `xsi:type` or `xsi:nil`.
    pub(super) fn xsi(&self, index: u32, local: &str) -> Option<&str> {
        let mut all = self.attributes(index).map(|(_, attribute)| attribute);
        let found = all.find(|attribute| attribute.local == local && self.iri(attribute.space) == XSI);
        found.map(|attribute| &*attribute.value)
    }

    /// `xsi:nil` says that there is no value.
    pub(super) fn is_nil(&self, index: u32) -> bool {
        self.xsi(index, "nil").is_some_and(|value| matches!(value.trim(), "true" | "1"))
    }

    /// The attribute is of XML itself: it says nothing of what is told.
    pub(super) fn is_syntax(&self, attribute: &Attribute<'_>) -> bool {
        attribute.space != NONE && self.role(attribute.space) == Role::Syntax
    }

    pub(super) fn iri(&self, space: Index) -> &str {
        &self.spaces[usize::from(space)].iri
    }

    pub(super) fn role(&self, space: Index) -> Role {
        self.spaces[usize::from(space)].role
    }

    /// The name is the standard's: in its namespace, or in none.
    pub(super) fn is_standard(&self, space: Index) -> bool {
        space == NONE || matches!(self.role(space), Role::Standard(_))
    }
}
