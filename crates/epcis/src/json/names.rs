//! Keys become names: words of the standard, and names in namespaces.

use std::borrow::Cow;

use super::context::{self, EPCIS};
use crate::tree::{Branch, Field, MAX_SPACE, MAX_SPACES, Name, Space, Tree, TreeFault, TreeFaultKind, Value};

/// How many declarations may be in force at one place.
const MAX_TERMS: usize = 512;
/// How much of what was found a fault repeats.
const FOUND_CHARS: usize = 80;

struct Term<'s> {
    term: Cow<'s, str>,
    space: Space,
}

struct Names<'s> {
    // Innermost last.
    terms: Vec<Term<'s>>,
    // Where the terms of open objects begin, and where those objects end.
    open: Vec<(u32, usize)>,
}

/// Names every node of a tree that still has its keys as written.
pub(super) fn name(tree: &mut Tree<'_>) -> Result<(), TreeFault> {
    let mut names = Names { terms: Vec::with_capacity(16), open: Vec::new() };
    // Each with a namespace of its own, before all others.
    tree.spaces = Vec::with_capacity(16);
    for (place, (prefix, iri)) in context::STANDARD.into_iter().enumerate() {
        tree.spaces.push(Cow::Borrowed(iri));
        let space = Space::new(place);
        names.terms.push(Term { term: Cow::Borrowed(prefix), space });
    }
    let mut index = 0;
    while index < tree.nodes.len() {
        while names.open.last().is_some_and(|(end, _)| *end as usize <= index) {
            let begin = names.open.pop().map_or(0, |(_, begin)| begin);
            names.terms.truncate(begin);
        }
        if tree.nodes[index].written == "@context" {
            tree.nodes[index].name = Name::Field(Field::Context);
            index = tree.nodes[index].end as usize;
            continue;
        }
        if let Some(field) = Field::of(&tree.nodes[index].written) {
            tree.nodes[index].name = Name::Field(field);
        } else if !tree.nodes[index].written.is_empty() {
            let written = tree.nodes[index].written.clone();
            tree.nodes[index].name = names.resolve(tree, written)?;
        }
        if tree.nodes[index].value == Value::Fields {
            names.enter(tree, index)?;
        }
        index += 1;
    }
    Ok(())
}

fn space(tree: &mut Tree<'_>, iri: &str) -> Result<Space, TreeFault> {
    if let Some(index) = tree.spaces.iter().position(|known| known == iri) {
        return Ok(Space::new(index));
    }
    if tree.spaces.len() >= MAX_SPACES || iri.len() > MAX_SPACE {
        return Err(too_many(iri, 0));
    }
    tree.spaces.push(Cow::Owned(iri.to_owned()));
    Ok(Space::new(tree.spaces.len() - 1))
}

fn too_many(what: &str, at: usize) -> TreeFault {
    let (kind, found) = (TreeFaultKind::TooManySpaces, what.chars().take(FOUND_CHARS).collect());
    TreeFault { kind, at, place: String::new(), found }
}

impl<'s> Names<'s> {
    // Takes in the context of an object, wherever it stands in it.
    fn enter(&mut self, tree: &mut Tree<'s>, index: usize) -> Result<(), TreeFault> {
        let object = Branch::new(tree, u32::try_from(index).unwrap_or(u32::MAX));
        let Some(context) = object.children().find(|child| child.written() == "@context") else {
            return Ok(());
        };
        let declared: Vec<(String, String, usize)> = context::declared(context)
            .map(|declared| (declared.term.to_owned(), declared.iri.to_owned(), declared.at))
            .collect();
        self.open.push((tree.nodes[index].end, self.terms.len()));
        for (term, iri, at) in declared {
            // Other keywords say nothing of names.
            if term.starts_with('@') && term != "@vocab" {
                continue;
            }
            let space = space(tree, &iri)?;
            let known = tree.prefixes.iter().any(|known| known.prefix == term && known.iri == iri);
            if !known && !term.starts_with('@') {
                if tree.prefixes.len() >= MAX_SPACES {
                    return Err(too_many(&term, at));
                }
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                let (prefix, iri) = (Cow::Owned(term.clone()), Cow::Owned(iri));
                tree.prefixes.push(crate::tree::Prefix { prefix, iri, at });
            }
            if self.terms.len() >= MAX_TERMS {
                return Err(too_many(&term, at));
            }
            self.terms.push(Term { term: Cow::Owned(term), space });
        }
        Ok(())
    }

    fn find(&self, term: &str) -> Option<Space> {
        self.terms.iter().rev().find(|known| known.term == term).map(|known| known.space)
    }

    // What a key stands for that is no word of the standard as it is written.
    fn resolve(&self, tree: &mut Tree<'s>, key: Cow<'s, str>) -> Result<Name<'s>, TreeFault> {
        match &*key {
            "@type" => return Ok(Name::Field(Field::Type)),
            "@id" => return Ok(Name::Field(Field::Id)),
            _ => {}
        }
        let Some((prefix, _)) = key.split_once(':') else { return self.word(tree, key) };
        let begin = prefix.len() + 1;
        if let Some(space) = self.find(prefix) {
            let local = after(&key, begin);
            if tree.iri(space) == EPCIS
                && let Some(field) = Field::of(&local)
            {
                return Ok(Name::Field(field));
            }
            return Ok(Name::Own { space, local });
        }
        // A compact IRI with a prefix that nothing declares stays as it is.
        if !key[begin..].starts_with("//") && prefix != "urn" {
            return Ok(Name::Bare(key));
        }
        self.absolute(tree, &key).map(|name| name.unwrap_or(Name::Bare(key)))
    }

    // A word that a context of one's own defines, or that its vocabulary takes in.
    fn word(&self, tree: &mut Tree<'s>, key: Cow<'s, str>) -> Result<Name<'s>, TreeFault> {
        if let Some(space) = self.find(&key) {
            let iri = tree.iri(space).to_owned();
            return self.absolute(tree, &iri).map(|name| name.unwrap_or(Name::Bare(key)));
        }
        Ok(match self.find("@vocab") {
            Some(space) => Name::Own { space, local: key },
            None => Name::Bare(key),
        })
    }

    fn absolute(&self, tree: &mut Tree<'s>, iri: &str) -> Result<Option<Name<'s>>, TreeFault> {
        let Some((namespace, local)) = context::split(iri) else { return Ok(None) };
        if namespace == EPCIS
            && let Some(field) = Field::of(local)
        {
            return Ok(Some(Name::Field(field)));
        }
        // XML names the namespace without the last sign where it declares it so.
        let cut = &namespace[..namespace.len() - 1];
        let declared = |space: &Space| [namespace, cut].contains(&tree.iri(*space));
        let space = match self.terms.iter().map(|term| term.space).find(declared) {
            Some(space) => space,
            None => space(tree, namespace)?,
        };
        Ok(Some(Name::Own { space, local: Cow::Owned(local.to_owned()) }))
    }
}

fn after<'s>(key: &Cow<'s, str>, begin: usize) -> Cow<'s, str> {
    match key {
        Cow::Borrowed(key) => Cow::Borrowed(&key[begin..]),
        Cow::Owned(key) => Cow::Owned(key[begin..].to_owned()),
    }
}
