//! What the target has no form for, and where that stands.

use std::fmt::Write as _;

use crate::check::{Finding, Rule};
use crate::model::{ExtensionName, Namespaces};
use crate::tree::{Branch, Field, Name, Tree};

/// A step from a part of the model to a part of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A field of the standard.
    Field(Field),
    /// An item of a list.
    Item(usize),
    /// An extension.
    Own(ExtensionName),
}

/// Something that the binding cannot carry.
#[derive(Debug, Clone, PartialEq)]
pub struct Unwritable {
    /// Why.
    pub rule: Rule,
    /// Where in the model.
    pub path: Vec<Step>,
}

impl Unwritable {
    /// As a finding whose place is a JSON pointer into the JSON binding.
    #[must_use]
    pub fn finding(&self, namespaces: &Namespaces) -> Finding {
        let mut at = String::new();
        for step in &self.path {
            let _ = match step {
                Step::Field(field) => write!(at, "/{}", field.word()),
                Step::Item(place) => write!(at, "/{place}"),
                Step::Own(name) => {
                    write!(at, "/{}", written(name, namespaces).replace('~', "~0").replace('/', "~1"))
                }
            };
        }
        self.found(at, String::new())
    }

    /// As a finding whose place is in the source that the model was read from.
    #[must_use]
    pub fn finding_in(&self, tree: &Tree<'_>) -> Finding {
        let mut here = tree.root();
        for step in &self.path {
            let Some(next) = follow(here, step) else { break };
            here = next;
        }
        let found = here.text().unwrap_or_default().chars().take(FOUND_CHARS).collect();
        self.found(here.place(), found)
    }

    fn found(&self, at: String, found: String) -> Finding {
        let wanted = match self.path.iter().rev().find(|step| !matches!(step, Step::Item(_))) {
            Some(Step::Field(field)) => field.word().to_owned(),
            Some(Step::Own(ExtensionName::Own { local, .. } | ExtensionName::Bare(local))) => {
                local.to_string()
            }
            Some(Step::Own(ExtensionName::Field(field))) => field.word().to_owned(),
            _ => String::new(),
        };
        Finding { rule: self.rule, at, found, wanted }
    }
}

/// How many characters of what stands there a finding repeats.
const FOUND_CHARS: usize = 80;

fn written(name: &ExtensionName, namespaces: &Namespaces) -> String {
    match name {
        ExtensionName::Own { namespace, local } => match namespaces.prefix_of(namespace) {
            Some(prefix) => [prefix, ":", local].concat(),
            None => [namespace, &**local].concat(),
        },
        ExtensionName::Field(field) => field.word().to_owned(),
        ExtensionName::Bare(word) => word.to_string(),
    }
}

fn follow<'t, 's>(node: Branch<'t, 's>, step: &Step) -> Option<Branch<'t, 's>> {
    match step {
        // JSON lets a single event stand for a list of one.
        Step::Field(Field::EventList) => node.child(Field::EventList).or_else(|| node.child(Field::Event)),
        Step::Field(field) => node.child(*field),
        Step::Item(place) => node.items().nth(*place),
        Step::Own(name) => node.children().find(|child| match (child.name(), name) {
            (Name::Own { space, local }, ExtensionName::Own { namespace, local: wanted }) => {
                **local == **wanted && node.tree().iri(*space) == &**namespace
            }
            (Name::Bare(word), ExtensionName::Bare(wanted)) => **word == **wanted,
            (Name::Field(field), ExtensionName::Field(wanted)) => field == wanted,
            _ => false,
        }),
    }
}
