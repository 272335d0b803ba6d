//! Documents: events on their way (section 10).

use super::{Event, Extension, Time, Uri, VocabularyList};

/// What a writer calls its namespaces, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Namespaces {
    /// Contexts named by their address, beside the standard's.
    pub contexts: Vec<Box<str>>,
    /// Prefix and IRI.
    pub prefixes: Vec<(Box<str>, Box<str>)>,
}

impl Namespaces {
    /// The first prefix of an IRI.
    #[must_use]
    pub fn prefix_of(&self, iri: &str) -> Option<&str> {
        self.prefixes.iter().find(|(_, known)| **known == *iri).map(|(prefix, _)| &**prefix)
    }
}

/// The header of a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Header {
    /// Master data.
    pub master_data: Vec<VocabularyList>,
    /// What else is said.
    pub extensions: Vec<Extension>,
}

/// `EPCISDocument`: events to be captured, or master data.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it calls its namespaces.
    pub namespaces: Namespaces,
    /// Its identifier.
    pub id: Option<Uri>,
    /// The version of the standard it keeps to.
    pub schema_version: Box<str>,
    /// When it was made.
    pub creation_date: Time,
    /// Its identifier in the header for business documents.
    pub instance_identifier: Option<Box<str>>,
    /// Who sent it.
    pub sender: Option<Box<str>>,
    /// Whom it was sent to.
    pub receiver: Option<Box<str>>,
    /// Master data beside the events.
    pub header: Option<Header>,
    /// The events in order.
    pub events: Vec<Event>,
    /// What else is said beside the events.
    pub body_extensions: Vec<Extension>,
    /// What else is said.
    pub extensions: Vec<Extension>,
}

/// The results of a query (section 8.2.7).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QueryResults {
    /// The query that was asked.
    pub query_name: Box<str>,
    /// The subscription that the results answer.
    pub subscription_id: Option<Box<str>>,
    /// The events in order.
    pub events: Vec<Event>,
    /// Master data of a master data query.
    pub vocabularies: Vec<VocabularyList>,
    /// What else is said.
    pub extensions: Vec<Extension>,
}

/// `EPCISQueryDocument`: the results of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryDocument {
    /// What it calls its namespaces.
    pub namespaces: Namespaces,
    /// Its identifier.
    pub id: Option<Uri>,
    /// The version of the standard it keeps to.
    pub schema_version: Option<Box<str>>,
    /// When it was made.
    pub creation_date: Option<Time>,
    /// Master data beside the events.
    pub header: Option<Header>,
    /// The results; none where the document holds a question.
    pub results: Option<QueryResults>,
    /// What else is said beside the results.
    pub body_extensions: Vec<Extension>,
    /// What else is said.
    pub extensions: Vec<Extension>,
}

/// What a source holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A document.
    Document(Box<Document>),
    /// The results of a query.
    QueryDocument(Box<QueryDocument>),
    /// A bare event, and what it calls its namespaces.
    Event(Box<Event>, Namespaces),
}

impl Content {
    /// All events in order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        match self {
            Self::Document(document) => &document.events,
            Self::QueryDocument(document) => {
                document.results.as_ref().map_or(&[], |results| results.events.as_slice())
            }
            Self::Event(event, _) => std::slice::from_ref(event),
        }
    }

    /// What the writer calls its namespaces.
    #[must_use]
    pub const fn namespaces(&self) -> &Namespaces {
        match self {
            Self::Document(document) => &document.namespaces,
            Self::QueryDocument(document) => &document.namespaces,
            Self::Event(_, namespaces) => namespaces,
        }
    }
}
