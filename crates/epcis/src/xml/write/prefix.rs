//! Prefixes of what is written: the model's own where XML can have them, others made up.

use std::collections::{HashMap, HashSet};

use crate::model::{
    AttributeValue, Content, Event, Extension, ExtensionName, ExtensionValue, Header, Namespaces,
    VocabularyList,
};
use crate::xml::space::{Role, SBDH, role};
use crate::xml::text::is_name;

/// Prefixes that the writer uses itself.
const TAKEN: [&str; 5] = ["epcis", "epcisq", "sbdh", "xsi", "xsd"];
/// Namespaces with a customary prefix.
const CUSTOMARY: [(&str, &str); 2] = [("cbvmda", "urn:epcglobal:cbv:mda"), ("sbdh", SBDH)];

/// The prefix of each namespace.
pub(super) struct Prefixes<'m> {
    /// Prefix and namespace, as they are declared.
    pub(super) declared: Vec<(String, &'m str)>,
    by_iri: HashMap<&'m str, usize>,
    taken: HashSet<String>,
    /// A value has a type or is nil.
    pub(super) typed: bool,
}

impl<'m> Prefixes<'m> {
    pub(super) fn of(content: &'m Content) -> Self {
        let mut prefixes = Self::of_events(content.events(), content.namespaces());
        match content {
            Content::Document(document) => {
                prefixes.header(document.header.as_ref());
                prefixes.all(&document.body_extensions);
                prefixes.all(&document.extensions);
                if super::document::business_fields(document) {
                    prefixes.need(SBDH);
                }
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
        prefixes
    }

    fn of_events(events: &'m [Event], namespaces: &'m Namespaces) -> Self {
        let taken = TAKEN.iter().map(|prefix| (*prefix).to_owned()).collect();
        let mut prefixes = Self { declared: Vec::new(), by_iri: HashMap::new(), taken, typed: false };
        for (prefix, iri) in &namespaces.prefixes {
            let begins_xml = prefix.get(..3).is_some_and(|begin| begin.eq_ignore_ascii_case("xml"));
            let free = is_name(prefix) && !begins_xml && !prefixes.taken.contains(&**prefix);
            if free && !iri.is_empty() && role(iri) == Role::Own {
                prefixes.declare(prefix.to_string(), iri);
            }
        }
        events.iter().for_each(|event| prefixes.event(event));
        prefixes
    }

    /// The prefix of a namespace.
    pub(super) fn of_iri(&self, iri: &str) -> &str {
        self.by_iri.get(iri).map_or("", |place| &self.declared[*place].0)
    }

    fn declare(&mut self, prefix: String, iri: &'m str) {
        self.by_iri.entry(iri).or_insert(self.declared.len());
        self.taken.insert(prefix.clone());
        self.declared.push((prefix, iri));
    }

    fn need(&mut self, iri: &'m str) {
        if self.by_iri.contains_key(iri) || role(iri) != Role::Own || iri.is_empty() {
            return;
        }
        let customary =
            CUSTOMARY.iter().find(|(_, known)| *known == iri).map(|(prefix, _)| (*prefix).to_owned());
        let own = customary.filter(|prefix| prefix == "sbdh" || !self.taken.contains(prefix));
        let made =
            || (1_u32..).map(|number| format!("ns{number}")).find(|prefix| !self.taken.contains(prefix));
        if let Some(prefix) = own.or_else(made) {
            self.declare(prefix, iri);
        }
    }

    fn event(&mut self, event: &'m Event) {
        self.all(&event.extensions);
        self.all(event.ilmd());
        let places = [&event.read_point, &event.biz_location];
        places.into_iter().flatten().for_each(|place| self.all(&place.extensions));
        if let Some(declaration) = &event.error_declaration {
            self.all(&declaration.extensions);
        }
        for element in &event.sensor_element_list {
            self.all(&element.extensions);
            element.metadata.iter().for_each(|metadata| self.all(&metadata.extensions));
            element.reports.iter().for_each(|report| self.all(&report.extensions));
        }
    }

    fn header(&mut self, header: Option<&'m Header>) {
        let Some(header) = header else { return };
        self.all(&header.extensions);
        self.master(&header.master_data);
    }

    fn master(&mut self, lists: &'m [VocabularyList]) {
        lists.iter().for_each(|list| self.all(&list.extensions));
        let elements = || lists.iter().flat_map(|list| &list.elements);
        elements().for_each(|element| self.all(&element.extensions));
        for attribute in elements().flat_map(|element| &element.attributes) {
            match &attribute.value {
                AttributeValue::Fields(fields) => self.all(fields),
                AttributeValue::Number(_) => self.typed = true,
                AttributeValue::None | AttributeValue::Text(_) => {}
            }
        }
    }

    // As deep as the model: the recursion ends where the model does.
    fn all(&mut self, extensions: &'m [Extension]) {
        for extension in extensions {
            if let ExtensionName::Own { namespace, .. } = &extension.name {
                self.need(namespace);
            }
            self.value(&extension.value);
        }
    }

    fn value(&mut self, value: &'m ExtensionValue) {
        match value {
            ExtensionValue::Text(_) => {}
            ExtensionValue::Number(_) | ExtensionValue::Bool(_) | ExtensionValue::Null => self.typed = true,
            ExtensionValue::List(values) => values.iter().for_each(|value| self.value(value)),
            ExtensionValue::Fields(fields) => self.all(fields),
        }
    }
}
