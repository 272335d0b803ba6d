//! Prefixes of what is written: the writer's own where they are free, others made up.

use std::collections::{HashMap, HashSet};

use crate::json::context::STANDARD;
use crate::model::{
    AttributeValue, Content, Event, Extension, ExtensionName, ExtensionValue, Header, Namespaces,
};

/// The prefix of each namespace.
#[derive(Default)]
pub(super) struct Prefixes<'m> {
    /// Prefix and namespace, as they are declared.
    pub(super) declared: Vec<(String, &'m str)>,
    by_iri: HashMap<&'m str, usize>,
    by_prefix: HashMap<String, usize>,
    // Namespaces in the order in which they are used.
    used: Vec<&'m str>,
    known: HashSet<&'m str>,
    // Prefixes of names that nothing declares: declared, they would say something else.
    undeclared: HashSet<&'m str>,
}

impl<'m> Prefixes<'m> {
    pub(super) fn of(content: &'m Content) -> Self {
        let mut prefixes = Self::default();
        content.events().iter().for_each(|event| prefixes.event(event));
        match content {
            Content::Document(document) => {
                prefixes.header(document.header.as_ref());
                prefixes.all(&document.body_extensions);
                prefixes.all(&document.extensions);
            }
            Content::QueryDocument(document) => {
                prefixes.header(document.header.as_ref());
                prefixes.all(&document.body_extensions);
                prefixes.all(&document.extensions);
                if let Some(results) = &document.results {
                    prefixes.all(&results.extensions);
                    prefixes.master(&results.vocabularies);
                }
            }
            Content::Event(..) => {}
        }
        prefixes.settle(content.namespaces())
    }

    pub(super) fn of_events(events: &'m [Event], namespaces: &'m Namespaces) -> Self {
        let mut prefixes = Self::default();
        events.iter().for_each(|event| prefixes.event(event));
        prefixes.settle(namespaces)
    }

    // The writer's own first, then one for each namespace that is used and has none.
    fn settle(mut self, namespaces: &'m Namespaces) -> Self {
        for (prefix, iri) in &namespaces.prefixes {
            let taken = self.by_prefix.contains_key(&**prefix) || self.undeclared.contains(&**prefix);
            if !taken && !prefix.is_empty() {
                self.declare(prefix.to_string(), iri);
            }
        }
        std::mem::take(&mut self.used).into_iter().for_each(|iri| self.need(iri));
        self
    }

    /// The prefix of a namespace.
    pub(super) fn of_iri(&self, iri: &str) -> &str {
        self.by_iri.get(iri).map_or("", |place| &self.declared[*place].0)
    }

    fn declare(&mut self, prefix: String, iri: &'m str) {
        self.by_iri.entry(iri).or_insert(self.declared.len());
        self.by_prefix.insert(prefix.clone(), self.declared.len());
        self.declared.push((prefix, iri));
    }

    fn need(&mut self, iri: &'m str) {
        if self.by_iri.contains_key(iri) {
            return;
        }
        let standard =
            STANDARD.iter().find(|(_, known)| *known == iri).map(|(prefix, _)| (*prefix).to_owned());
        let free = |prefix: &String| {
            !self.by_prefix.contains_key(prefix)
                && !self.undeclared.contains(&**prefix)
                && !STANDARD.iter().any(|(known, _)| known == prefix)
        };
        let own = standard.filter(|prefix| !self.by_prefix.contains_key(prefix));
        let made = || (1_u32..).map(|number| format!("ns{number}")).find(free);
        if let Some(prefix) = own.or_else(made) {
            self.declare(prefix, iri);
        }
    }

    fn event(&mut self, event: &'m Event) {
        self.all(&event.extensions);
        self.all(event.ilmd());
        let places = [&event.read_point, &event.biz_location].into_iter().flatten();
        places.for_each(|place| self.all(&place.extensions));
        if let Some(declaration) = &event.error_declaration {
            self.all(&declaration.extensions);
        }
        for element in &event.sensor_element_list {
            self.all(&element.extensions);
            if let Some(metadata) = &element.metadata {
                self.all(&metadata.extensions);
            }
            element.reports.iter().for_each(|report| self.all(&report.extensions));
        }
    }

    fn header(&mut self, header: Option<&'m Header>) {
        if let Some(header) = header {
            self.all(&header.extensions);
            self.master(&header.master_data);
        }
    }

    fn master(&mut self, lists: &'m [crate::model::VocabularyList]) {
        lists.iter().for_each(|list| self.all(&list.extensions));
        let elements = || lists.iter().flat_map(|list| &list.elements);
        elements().for_each(|element| self.all(&element.extensions));
        for attribute in elements().flat_map(|element| &element.attributes) {
            if let AttributeValue::Fields(fields) = &attribute.value {
                self.all(fields);
            }
        }
    }

    // As deep as a tree may be: the recursion is bounded.
    fn all(&mut self, extensions: &'m [Extension]) {
        for extension in extensions {
            match &extension.name {
                ExtensionName::Own { namespace, .. } if self.known.insert(namespace) => {
                    self.used.push(namespace);
                }
                ExtensionName::Bare(word) => {
                    self.undeclared.extend(word.split_once(':').map(|(prefix, _)| prefix));
                }
                _ => {}
            }
            self.value(&extension.value);
        }
    }

    fn value(&mut self, value: &'m ExtensionValue) {
        match value {
            ExtensionValue::List(values) => values.iter().for_each(|value| self.value(value)),
            ExtensionValue::Fields(fields) => self.all(fields),
            _ => {}
        }
    }
}
