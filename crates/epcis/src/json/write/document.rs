//! Documents out.

use super::Writer;
use crate::json::CONTEXT;
use crate::model::{
    Attribute, AttributeValue, Document, Header, Namespaces, QueryDocument, QueryResults, VocabularyElement,
    VocabularyList,
};
use crate::tree::Field;

impl Writer<'_> {
    pub(super) fn context(&mut self, namespaces: &Namespaces) {
        self.out.key(Field::Context.word());
        self.out.open('[');
        self.out.text(CONTEXT);
        namespaces.contexts.iter().for_each(|address| self.out.text(address));
        if !self.prefixes.declared.is_empty() {
            self.out.open('{');
            for (prefix, iri) in &self.prefixes.declared {
                self.out.key(prefix);
                self.out.text(iri);
            }
            self.out.close('}');
        }
        self.out.close(']');
    }

    pub(super) fn document(&mut self, document: &Document) {
        self.out.open('{');
        self.context(&document.namespaces);
        self.member(Field::Type, "EPCISDocument");
        self.uri(Field::Id, document.id.as_ref());
        self.member(Field::SchemaVersion, &document.schema_version);
        self.time(Field::CreationDate, Some(&document.creation_date));
        self.string(Field::InstanceIdentifier, document.instance_identifier.as_deref());
        self.string(Field::Sender, document.sender.as_deref());
        self.string(Field::Receiver, document.receiver.as_deref());
        self.header(document.header.as_ref());
        self.extensions(&document.extensions);
        self.out.key(Field::EpcisBody.word());
        self.out.open('{');
        self.out.key(Field::EventList.word());
        self.out.open('[');
        document.events.iter().for_each(|event| self.event(event));
        self.out.close(']');
        self.extensions(&document.body_extensions);
        self.out.close('}');
        self.out.close('}');
    }

    pub(super) fn query_document(&mut self, document: &QueryDocument) {
        self.out.open('{');
        self.context(&document.namespaces);
        self.member(Field::Type, "EPCISQueryDocument");
        self.uri(Field::Id, document.id.as_ref());
        self.string(Field::SchemaVersion, document.schema_version.as_deref());
        self.time(Field::CreationDate, document.creation_date.as_ref());
        self.header(document.header.as_ref());
        self.extensions(&document.extensions);
        self.out.key(Field::EpcisBody.word());
        self.out.open('{');
        if let Some(results) = &document.results {
            self.results(results);
        }
        self.extensions(&document.body_extensions);
        self.out.close('}');
        self.out.close('}');
    }

    fn results(&mut self, results: &QueryResults) {
        self.out.key(Field::QueryResults.word());
        self.out.open('{');
        self.member(Field::QueryName, &results.query_name);
        self.string(Field::SubscriptionId, results.subscription_id.as_deref());
        self.extensions(&results.extensions);
        self.out.key(Field::ResultsBody.word());
        self.out.open('{');
        self.out.key(Field::EventList.word());
        self.out.open('[');
        results.events.iter().for_each(|event| self.event(event));
        self.out.close(']');
        self.list(Field::VocabularyList, &results.vocabularies, Self::vocabulary);
        self.out.close('}');
        self.out.close('}');
    }

    fn header(&mut self, header: Option<&Header>) {
        let Some(header) = header else { return };
        self.out.key(Field::EpcisHeader.word());
        self.out.open('{');
        if !header.master_data.is_empty() {
            self.out.key(Field::EpcisMasterData.word());
            self.out.open('{');
            self.list(Field::VocabularyList, &header.master_data, Self::vocabulary);
            self.out.close('}');
        }
        self.extensions(&header.extensions);
        self.out.close('}');
    }

    fn vocabulary(&mut self, list: &VocabularyList) {
        self.out.open('{');
        self.member(Field::Type, list.kind.as_str());
        self.list(Field::VocabularyElementList, &list.elements, Self::element);
        self.extensions(&list.extensions);
        self.out.close('}');
    }

    fn element(&mut self, element: &VocabularyElement) {
        self.out.open('{');
        self.member(Field::Id, element.id.as_str());
        self.list(Field::Attributes, &element.attributes, Self::attribute);
        self.uris(Field::Children, &element.children);
        self.extensions(&element.extensions);
        self.out.close('}');
    }

    fn attribute(&mut self, attribute: &Attribute) {
        self.out.open('{');
        self.member(Field::Id, attribute.id.as_str());
        match &attribute.value {
            AttributeValue::None => {}
            AttributeValue::Text(text) => self.member(Field::Attribute, text),
            AttributeValue::Number(number) => self.number(Field::Attribute, Some(number)),
            AttributeValue::Fields(fields) => {
                self.out.key(Field::Attribute.word());
                self.out.open('{');
                self.extensions(fields);
                self.out.close('}');
            }
        }
        self.out.close('}');
    }
}
