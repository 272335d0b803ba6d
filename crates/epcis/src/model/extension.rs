//! What a namespace of one's own adds: in order, nested.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::Number;
use crate::tree::Field;

/// The name of an extension.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ExtensionName {
    /// In a namespace of one's own.
    Own {
        /// The namespace's IRI.
        namespace: Arc<str>,
        /// The name in it.
        local: Box<str>,
    },
    /// A word of the standard inside an extension.
    Field(Field),
    /// A word without a namespace inside an extension.
    Bare(Box<str>),
}

/// A named value.
#[derive(Debug, Clone, PartialEq)]
pub struct Extension {
    /// Its name.
    pub name: ExtensionName,
    /// Its value.
    pub value: ExtensionValue,
}

/// A value of an extension.
#[derive(Debug, Clone, PartialEq)]
pub enum ExtensionValue {
    /// A text.
    Text(Box<str>),
    /// A number, from JSON.
    Number(Number),
    /// A truth value, from JSON.
    Bool(bool),
    /// Nothing.
    Null,
    /// Several values.
    List(Vec<Self>),
    /// Named values.
    Fields(Vec<Extension>),
}

/// Values of the same name become one list, where the first of them stands.
#[must_use]
pub(crate) fn grouped(extensions: Vec<Extension>) -> Vec<Extension> {
    if !repeats(&extensions) {
        return extensions;
    }
    let mut places: HashMap<ExtensionName, usize> = HashMap::new();
    let mut groups: Vec<(ExtensionName, Vec<ExtensionValue>)> = Vec::new();
    for Extension { name, value } in extensions {
        let place = *places.entry(name.clone()).or_insert(groups.len());
        if place == groups.len() {
            groups.push((name, Vec::new()));
        }
        match value {
            ExtensionValue::List(more) if !groups[place].1.is_empty() => groups[place].1.extend(more),
            value => groups[place].1.push(value),
        }
    }
    let one = |(name, mut values): (ExtensionName, Vec<ExtensionValue>)| {
        let value = if values.len() == 1 { values.pop() } else { None };
        Extension { name, value: value.unwrap_or(ExtensionValue::List(values)) }
    };
    groups.into_iter().map(one).collect()
}

/// How many names are compared pair by pair.
const FEW: usize = 8;

/// Whether a name stands twice.
pub(crate) fn repeats(extensions: &[Extension]) -> bool {
    if extensions.len() <= FEW {
        let twice =
            |place: usize| extensions[..place].iter().any(|known| known.name == extensions[place].name);
        return (1..extensions.len()).any(twice);
    }
    let mut seen = HashSet::new();
    !extensions.iter().all(|extension| seen.insert(&extension.name))
}
