//! The children and attributes of an element, as the tree wants them: wrappers passed over, names that stand
//! several times brought together.

use std::collections::{HashMap, HashSet};

use super::element::Source;
use super::form::{self, Part, Plain, Shape};
use super::space::{Index, Role};
use super::text::is_blank;
use crate::tree::Field;

/// How many members are compared pair by pair; more are found by hash.
const FEW: usize = 16;

/// A name in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Key<'s> {
    /// In a namespace of one's own.
    Own(Index, &'s str),
    /// The standard's, or without a namespace.
    Plain(&'s str),
}

/// Where a member's value stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Holder {
    Element(u32),
    Attribute(u32),
}

/// A child or an attribute.
#[derive(Debug)]
pub(super) struct Member<'s> {
    pub(super) key: Key<'s>,
    /// What the standard says of it; nothing of what is one's own.
    pub(super) form: Option<(Field, Shape)>,
    pub(super) holder: Holder,
    /// The wrappers passed over, with `/` between them.
    pub(super) path: String,
    /// Those of the same name form one list.
    together: bool,
}

fn key<'s>(source: &Source<'s>, space: Index, local: &'s str) -> Key<'s> {
    if source.is_standard(space) { Key::Plain(local) } else { Key::Own(space, local) }
}

/// An element of 1.2 that only makes room for what a later version adds.
fn is_wrapper(source: &Source<'_>, index: u32) -> bool {
    let element = source.get(index);
    matches!(element.local, "extension" | "baseExtension") && source.is_standard(element.space)
}

/// The children with the wrappers around them.
pub(super) fn unwrapped(source: &Source<'_>, parent: u32) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    unwrap(source, parent, "", &mut found);
    found
}

// As deep as a source may be: the recursion is bounded.
fn unwrap(source: &Source<'_>, parent: u32, path: &str, found: &mut Vec<(u32, String)>) {
    let same = |one: u32, other: u32| source.get(one).local == source.get(other).local;
    let wrappers: Vec<u32> = source.children(parent).filter(|child| is_wrapper(source, *child)).collect();
    let (mut extensions, mut others) = (0, 0);
    let alone = wrappers.len() < 2 || !wrappers.iter().skip(1).any(|other| same(wrappers[0], *other));
    for child in source.children(parent) {
        if !is_wrapper(source, child) {
            found.push((child, path.to_owned()));
            continue;
        }
        let count = if source.get(child).local == "extension" { &mut extensions } else { &mut others };
        *count += 1;
        let place = if alone { String::new() } else { format!("[{count}]") };
        let inner = joined(path, source.get(child).written) + &place;
        unwrap(source, child, &inner, found);
    }
}

/// Text where elements belong, in an element of the standard and in the wrappers in it: where, and how it is written.
pub(super) fn strays(source: &Source<'_>, parent: u32) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    stray(source, parent, "", &mut found);
    found
}

// As deep as a source may be: the recursion is bounded.
fn stray(source: &Source<'_>, parent: u32, path: &str, found: &mut Vec<(u32, String)>) {
    if !is_blank(&source.get(parent).text) {
        found.push((parent, joined(path, "text()")));
    }
    for wrapper in source.children(parent).filter(|child| is_wrapper(source, *child)) {
        stray(source, wrapper, &joined(path, source.get(wrapper).written), found);
    }
}

pub(super) fn joined(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { [path, "/", step].concat() }
}

/// The members of an element of the standard.
pub(super) fn of_part<'s>(source: &Source<'s>, index: u32, part: Part, path: &str) -> Vec<Member<'s>> {
    let mut members = Vec::new();
    for (place, attribute) in source.attributes(index) {
        let key = key(source, attribute.space, attribute.local);
        let form = match key {
            Key::Own(..) if source.role(attribute.space) == Role::Syntax => continue,
            Key::Own(..) => None,
            Key::Plain(local) => match form::attribute(part, local) {
                Plain::Field(field) => Some((field, Shape::Text)),
                Plain::Ignored => continue,
                Plain::Unknown => None,
            },
        };
        let (holder, path) = (Holder::Attribute(place), path.to_owned());
        members.push(Member { key, form, holder, path, together: false });
    }
    for (child, inner) in unwrapped(source, index) {
        let element = source.get(child);
        let key = key(source, element.space, element.local);
        let form = match key {
            Key::Plain(local) => form::child(part, local),
            Key::Own(..) => None,
        };
        if form.is_some() && source.is_nil(child) {
            continue;
        }
        let together = match form {
            Some((_, shape)) => matches!(shape, Shape::Repeated(_) | Shape::Several(_)),
            None => matches!(key, Key::Own(..)),
        };
        let path =
            if path.is_empty() { inner } else { joined(path, &inner).trim_end_matches('/').to_owned() };
        members.push(Member { key, form, holder: Holder::Element(child), path, together });
    }
    members
}

/// The members of an element that is not the standard's.
pub(super) fn of_own<'s>(source: &Source<'s>, index: u32) -> Vec<Member<'s>> {
    let attributes = source.attributes(index).filter(|(_, attribute)| !source.is_syntax(attribute));
    let attributes = attributes
        .map(|(place, attribute)| (key(source, attribute.space, attribute.local), Holder::Attribute(place)));
    let children = source.children(index).map(|child| {
        let element = source.get(child);
        (key(source, element.space, element.local), Holder::Element(child))
    });
    let member = |(key, holder)| Member { key, form: None, holder, path: String::new(), together: true };
    attributes.chain(children).map(member).collect()
}

/// Whether members of the same name are to be brought together.
pub(super) fn repeats(members: &[Member<'_>]) -> bool {
    let mut together = members.iter().filter(|member| member.together);
    if members.len() <= FEW {
        return together.any(|member| {
            let same = |other: &&Member<'_>| other.together && other.key == member.key;
            members.iter().filter(same).nth(1).is_some()
        });
    }
    let mut seen = HashSet::new();
    !together.all(|member| seen.insert(member.key))
}

/// The members in groups of the same name, each where its first stands.
pub(super) fn grouped<'s>(members: Vec<Member<'s>>) -> Vec<Vec<Member<'s>>> {
    let mut places: HashMap<Key<'s>, usize> = HashMap::new();
    let mut groups: Vec<Vec<Member<'s>>> = Vec::with_capacity(members.len());
    for member in members {
        let place = match member.together {
            true => *places.entry(member.key).or_insert(groups.len()),
            false => groups.len(),
        };
        match groups.get_mut(place) {
            Some(group) => group.push(member),
            None => groups.push(vec![member]),
        }
    }
    groups
}
