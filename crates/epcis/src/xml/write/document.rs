//! Documents out.

use super::{Step, Version, Writer};
use crate::check::Rule;
use crate::model::{
    Attribute, AttributeValue, Document, Event, ExtensionName, ExtensionValue, Header, QueryDocument,
    QueryResults, Time, Uri, VocabularyElement, VocabularyList,
};
use crate::tree::Field;
use crate::xml::header::{HEADER_VERSION, STANDARD, TYPE, TYPE_VERSION};
use crate::xml::space::{SBDH, XSD, XSI};

/// The document has fields that stand in a header for business documents, and no such header.
pub(super) fn business_fields(document: &Document) -> bool {
    let fields = [&document.sender, &document.receiver, &document.instance_identifier];
    let is_header = |name: &ExtensionName| {
        matches!(name, ExtensionName::Own { namespace, local }
            if **namespace == *SBDH && **local == *"StandardBusinessDocumentHeader")
    };
    let header = document.header.iter().flat_map(|header| &header.extensions);
    fields.iter().any(|field| field.is_some()) && !header.map(|extension| &extension.name).any(is_header)
}

impl Writer<'_> {
    fn root(&mut self, name: &str, prefix: &str, kind: &str) {
        self.out.open(name);
        let major = match self.version {
            Version::Two => "2",
            Version::OneTwo => "1",
        };
        let prefix = if prefix.is_empty() { "epcis" } else { prefix };
        let iri = ["urn:epcglobal:", kind, ":xsd:", major].concat();
        self.out.attribute(&["xmlns:", prefix].concat(), &iri);
        if self.prefixes.typed {
            self.out.attribute("xmlns:xsi", XSI);
            self.out.attribute("xmlns:xsd", XSD);
        }
        let mut whole = true;
        for (prefix, iri) in &self.prefixes.declared {
            whole &= self.out.attribute(&["xmlns:", prefix].concat(), iri);
        }
        if !whole {
            self.refuse(Rule::NoXmlName);
        }
    }

    // A version of the standard whose binding this is.
    fn version(&mut self, written: &str) {
        let (major, own) = match self.version {
            Version::Two => ('2', "2.0"),
            Version::OneTwo => ('1', "1.2"),
        };
        self.attribute(Field::SchemaVersion, if written.starts_with(major) { written } else { own });
    }

    fn head(&mut self, id: Option<&Uri>, version: &str, date: Option<&Time>) {
        self.version(version);
        if let Some(date) = date {
            self.attribute(Field::CreationDate, date.as_str());
        }
        if let Some(id) = id {
            self.attribute(Field::Id, id.as_str());
        }
    }

    pub(super) fn bare_event(&mut self, event: &Event) {
        self.root(event.event_type(), "", "epcis");
        self.content(event);
        self.out.close(event.event_type());
    }

    pub(super) fn document(&mut self, document: &Document) {
        let name = "epcis:EPCISDocument";
        self.root(name, "epcis", "epcis");
        self.head(document.id.as_ref(), &document.schema_version, Some(&document.creation_date));
        let business = business_fields(document);
        if business || document.header.is_some() {
            self.out.open("EPCISHeader");
            if business {
                self.business_header(document);
            }
            self.header(document.header.as_ref());
            self.out.close("EPCISHeader");
        }
        self.out.open("EPCISBody");
        self.within(Step::Field(Field::EpcisBody), |writer| {
            writer.list(Field::EventList, &document.events, Self::event);
            writer.extensions(&document.body_extensions);
        });
        self.out.close("EPCISBody");
        self.extensions(&document.extensions);
        self.out.close(name);
    }

    fn business_header(&mut self, document: &Document) {
        let header = "sbdh:StandardBusinessDocumentHeader";
        self.out.open(header);
        self.element("sbdh:HeaderVersion", Field::SchemaVersion, HEADER_VERSION);
        for (name, field, text) in [
            ("sbdh:Sender", Field::Sender, &document.sender),
            ("sbdh:Receiver", Field::Receiver, &document.receiver),
        ] {
            if let Some(text) = text {
                self.out.open(name);
                self.element("sbdh:Identifier", field, text);
                self.out.close(name);
            }
        }
        let identification = "sbdh:DocumentIdentification";
        self.out.open(identification);
        self.element("sbdh:Standard", Field::Type, STANDARD);
        self.element("sbdh:TypeVersion", Field::SchemaVersion, TYPE_VERSION);
        if let Some(identifier) = &document.instance_identifier {
            self.element("sbdh:InstanceIdentifier", Field::InstanceIdentifier, identifier);
        }
        self.element("sbdh:Type", Field::Type, TYPE);
        self.element("sbdh:CreationDateAndTime", Field::CreationDate, document.creation_date.as_str());
        self.out.close(identification);
        self.out.close(header);
    }

    pub(super) fn query_document(&mut self, document: &QueryDocument) {
        let name = "epcisq:EPCISQueryDocument";
        self.root(name, "epcisq", "epcis-query");
        let version = document.schema_version.as_deref().unwrap_or_default();
        self.head(document.id.as_ref(), version, document.creation_date.as_ref());
        if document.header.is_some() {
            self.out.open("EPCISHeader");
            self.header(document.header.as_ref());
            self.out.close("EPCISHeader");
        }
        self.out.open("EPCISBody");
        self.within(Step::Field(Field::EpcisBody), |writer| {
            match &document.results {
                Some(results) => writer.results(results),
                None => writer.within(Step::Field(Field::Poll), |writer| writer.refuse(Rule::NoResults)),
            }
            writer.extensions(&document.body_extensions);
        });
        self.out.close("EPCISBody");
        self.extensions(&document.extensions);
        self.out.close(name);
    }

    fn results(&mut self, results: &QueryResults) {
        let name = "epcisq:QueryResults";
        self.out.open(name);
        self.within(Step::Field(Field::QueryResults), |writer| {
            writer.field(Field::QueryName, &results.query_name);
            if let Some(subscription) = &results.subscription_id {
                writer.field(Field::SubscriptionId, subscription);
            }
            writer.out.open(Field::ResultsBody.word());
            writer.within(Step::Field(Field::ResultsBody), |writer| {
                if results.vocabularies.is_empty() {
                    writer.list(Field::EventList, &results.events, Self::event);
                } else {
                    writer.list(Field::VocabularyList, &results.vocabularies, Self::vocabulary);
                    // The schema of XML has the one or the other.
                    if !results.events.is_empty() {
                        writer
                            .within(Step::Field(Field::EventList), |writer| writer.refuse(Rule::NoXmlValue));
                    }
                }
            });
            writer.out.close(Field::ResultsBody.word());
            writer.extensions(&results.extensions);
        });
        self.out.close(name);
    }

    fn header(&mut self, header: Option<&Header>) {
        let Some(header) = header else { return };
        self.within(Step::Field(Field::EpcisHeader), |writer| {
            let (business, others): (Vec<_>, Vec<_>) = header.extensions.iter().cloned().partition(|extension| {
                matches!(&extension.name, ExtensionName::Own { namespace, .. } if **namespace == *SBDH)
            });
            writer.extensions(&business);
            if !header.master_data.is_empty() {
                writer.out.open("extension");
                writer.out.open("EPCISMasterData");
                writer.within(Step::Field(Field::EpcisMasterData), |writer| {
                    writer.list(Field::VocabularyList, &header.master_data, Self::vocabulary);
                });
                writer.out.close("EPCISMasterData");
                writer.out.close("extension");
            }
            writer.extensions(&others);
        });
    }

    fn vocabulary(&mut self, list: &VocabularyList) {
        self.out.open("Vocabulary");
        self.attribute(Field::Type, list.kind.as_str());
        self.some(Field::VocabularyElementList, &list.elements, Self::vocabulary_element);
        self.extensions(&list.extensions);
        self.out.close("Vocabulary");
    }

    fn vocabulary_element(&mut self, element: &VocabularyElement) {
        self.out.open("VocabularyElement");
        self.attribute(Field::Id, element.id.as_str());
        self.within(Step::Field(Field::Attributes), |writer| {
            for (place, attribute) in element.attributes.iter().enumerate() {
                writer.within(Step::Item(place), |writer| writer.master_attribute(attribute));
            }
        });
        if !element.children.is_empty() {
            self.uris(Field::Children, &element.children, "id");
        }
        self.extensions(&element.extensions);
        self.out.close("VocabularyElement");
    }

    fn master_attribute(&mut self, attribute: &Attribute) {
        self.out.open("attribute");
        self.attribute(Field::Id, attribute.id.as_str());
        self.within(Step::Field(Field::Attribute), |writer| match &attribute.value {
            AttributeValue::None => {}
            AttributeValue::Text(text) => writer.scalar(&ExtensionValue::Text(text.clone())),
            AttributeValue::Number(number) => writer.scalar(&ExtensionValue::Number(number.clone())),
            AttributeValue::Fields(fields) => writer.fields(fields),
        });
        self.out.close("attribute");
    }
}
