//! Documents, results of queries, bare events.

use super::Reader;
use super::fields::{Fields, Set};
use crate::check::Rule;
use crate::model::{
    Content, Document, Event, Extension, Header, Namespaces, QueryDocument, QueryResults, Time, TimeFault,
    Uri, VocabularyList,
};
use crate::tree::{Branch, Field, Syntax, Tree, Value};

/// The words of the event types.
pub(crate) const EVENT_TYPES: [&str; 5] =
    ["ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"];

const DOCUMENT: Set = Set::of(&[
    Field::Type,
    Field::Id,
    Field::SchemaVersion,
    Field::CreationDate,
    Field::InstanceIdentifier,
    Field::Sender,
    Field::Receiver,
    Field::EpcisHeader,
    Field::EpcisBody,
]);
const QUERY_DOCUMENT: Set = Set::of(&[
    Field::Type,
    Field::Id,
    Field::SchemaVersion,
    Field::CreationDate,
    Field::EpcisHeader,
    Field::EpcisBody,
]);
const HEADER: Set = Set::of(&[Field::EpcisMasterData]);
const MASTER: Set = Set::of(&[Field::VocabularyList]);
const BODY: Set = Set::of(&[Field::EventList, Field::Event]);
const QUERY_BODY: Set = Set::of(&[Field::QueryResults, Field::Poll]);
const POLL: Set = Set::of(&[Field::QueryName, Field::Params]);
const RESULTS: Set = Set::of(&[Field::QueryName, Field::SubscriptionId, Field::ResultsBody]);
const RESULTS_BODY: Set = Set::of(&[Field::EventList, Field::VocabularyList]);

/// The word of a type, also where it is written as a compact or whole IRI.
pub(crate) fn bare_type(word: &str) -> &str {
    word.strip_prefix("epcis:").or_else(|| word.strip_prefix("https://ref.gs1.org/epcis/")).unwrap_or(word)
}

/// Reads a whole tree. `None` where there is an error.
pub(crate) fn content(reader: &mut Reader<'_>, tree: &Tree<'_>) -> Option<Content> {
    let content = read(reader, tree);
    if reader.findings.errors.is_empty() { content } else { None }
}

/// Reads a tree with the events that have no error, and their places among all events. `None` where there is an
/// error outside of events.
pub(crate) fn content_of_good(reader: &mut Reader<'_>, tree: &Tree<'_>) -> Option<(Content, Vec<usize>)> {
    let content = read(reader, tree)?;
    let kept = match &content {
        Content::Event(..) => vec![0],
        _ => std::mem::take(&mut reader.events.kept),
    };
    (reader.findings.count_of_errors() == reader.events.errors).then_some((content, kept))
}

fn read(reader: &mut Reader<'_>, tree: &Tree<'_>) -> Option<Content> {
    let root = tree.root();
    let kind = root.child(Field::Type).and_then(Branch::text).map(bare_type);
    match kind {
        Some("EPCISDocument") => {
            reader.context(root);
            reader.document(root).map(|document| Content::Document(Box::new(document)))
        }
        Some("EPCISQueryDocument") => {
            reader.context(root);
            reader.question(tree);
            reader.query_document(root).map(|document| Content::QueryDocument(Box::new(document)))
        }
        Some(kind) if EVENT_TYPES.contains(&kind) => {
            reader.context(root);
            reader.event(root, kind).map(|event| Content::Event(Box::new(event), namespaces(root)))
        }
        _ => {
            // A bare event of a type of one's own has what every event has.
            match root.child(Field::Type).filter(|_| root.child(Field::EventTime).is_some()) {
                Some(kind) => reader.findings.add(Rule::OwnEventType, kind, ""),
                None => reader.findings.add(Rule::NotEpcis, root, ""),
            }
            None
        }
    }
}

fn namespaces(root: Branch<'_, '_>) -> Namespaces {
    let contexts = root.child(Field::Context).map(|context| {
        let addresses = context.items().filter_map(|item| match item.value() {
            Value::Text(address) => Some(address),
            _ => None,
        });
        addresses
            .filter(|address| !crate::json::is_standard(address))
            .map(|address| (**address).into())
            .collect()
    });
    let prefixes = root.tree().prefixes().iter();
    let prefixes = prefixes.map(|known| ((*known.prefix).into(), (*known.iri).into())).collect();
    Namespaces { contexts: contexts.unwrap_or_default(), prefixes }
}

impl Reader<'_> {
    fn context(&mut self, root: Branch<'_, '_>) {
        if root.tree().syntax() != Syntax::Json {
            return;
        }
        let Some(context) = root.child(Field::Context) else {
            return self.findings.missing(root, Field::Context);
        };
        for item in context.items() {
            match item.value() {
                Value::Text(address) if Uri::read(address).is_err() => {
                    self.findings.add(Rule::BadUri, item, "");
                }
                Value::Text(_) | Value::Fields => {}
                _ => self.findings.add(Rule::WrongKind, item, "URI, object"),
            }
        }
    }

    fn version(&mut self, node: Branch<'_, '_>) -> Option<Box<str>> {
        let text = self.short(node)?;
        let part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !text.split('.').all(part) {
            self.findings.add(Rule::BadVersion, node, "");
            return None;
        }
        Some(text.into())
    }

    // The date of a document of XML may lack its zone, and is then read as one of UTC.
    fn creation_date(&mut self, node: Branch<'_, '_>) -> Option<Time> {
        let text = self.short(node)?;
        if node.tree().syntax() != Syntax::Json && matches!(Time::read(text), Err(TimeFault::NoOffset)) {
            return Time::read(&[text, "Z"].concat()).ok();
        }
        self.time(node)
    }

    fn document(&mut self, root: Branch<'_, '_>) -> Option<Document> {
        let fields = self.fields(root, DOCUMENT, true)?;
        let version = self.required(&fields, Field::SchemaVersion).and_then(|node| self.version(node));
        let date = self.required(&fields, Field::CreationDate).and_then(|node| self.creation_date(node));
        let id = self.uri_of(&fields, Field::Id);
        let header = fields.get(Field::EpcisHeader).and_then(|node| self.header(node));
        let body = self.required(&fields, Field::EpcisBody).map(|body| self.body(body));
        let instance_identifier = self.boxed(&fields, Field::InstanceIdentifier);
        let sender = self.boxed(&fields, Field::Sender);
        let receiver = self.boxed(&fields, Field::Receiver);
        let (events, body_extensions) = body?;
        Some(Document {
            namespaces: namespaces(root),
            id,
            schema_version: version?,
            creation_date: date?,
            instance_identifier,
            sender,
            receiver,
            header,
            events,
            body_extensions,
            extensions: self.extensions(&fields),
        })
    }

    fn header(&mut self, node: Branch<'_, '_>) -> Option<Header> {
        if Self::is_empty_element(node) {
            return None;
        }
        let fields = self.fields(node, HEADER, true)?;
        let master = fields.get(Field::EpcisMasterData).and_then(|node| self.fields(node, MASTER, false));
        let master_data = master.map(|master| self.vocabularies(&master)).unwrap_or_default();
        Some(Header { master_data, extensions: self.extensions(&fields) })
    }

    fn vocabularies(&mut self, fields: &Fields<'_, '_>) -> Vec<VocabularyList> {
        self.list(fields, Field::VocabularyList, Self::vocabulary)
    }

    fn body(&mut self, node: Branch<'_, '_>) -> (Vec<Event>, Vec<Extension>) {
        // Where master data stand in the header.
        if Self::is_empty_element(node) {
            return Default::default();
        }
        let Some(fields) = self.fields(node, BODY, true) else { return Default::default() };
        let extensions = self.extensions(&fields);
        let events = match (fields.get(Field::Event), fields.get(Field::EventList)) {
            (Some(event), None) => self.event_of_list(event).into_iter().collect(),
            (Some(event), Some(_)) => {
                self.findings.add(Rule::UnknownField, event, "");
                self.events(&fields)
            }
            (None, _) => {
                self.required(&fields, Field::EventList);
                self.events(&fields)
            }
        };
        (events, extensions)
    }

    fn events(&mut self, fields: &Fields<'_, '_>) -> Vec<Event> {
        self.list(fields, Field::EventList, Self::event_or_its_errors)
    }

    fn query_document(&mut self, root: Branch<'_, '_>) -> Option<QueryDocument> {
        let fields = self.fields(root, QUERY_DOCUMENT, true)?;
        let schema_version = fields.get(Field::SchemaVersion).and_then(|node| self.version(node));
        let creation_date = fields.get(Field::CreationDate).and_then(|node| self.creation_date(node));
        let id = self.uri_of(&fields, Field::Id);
        let header = fields.get(Field::EpcisHeader).and_then(|node| self.header(node));
        let body = self.required(&fields, Field::EpcisBody).and_then(|body| self.query_body(body));
        let (results, body_extensions) = body.unwrap_or_default();
        let extensions = self.extensions(&fields);
        Some(QueryDocument {
            namespaces: namespaces(root),
            id,
            schema_version,
            creation_date,
            header,
            results,
            body_extensions,
            extensions,
        })
    }

    // What a document asks is held to the parameters of queries.
    fn question(&mut self, tree: &Tree<'_>) {
        for (fault, at) in crate::query::faults_of(tree) {
            self.findings.add_fault(&fault, at);
        }
    }

    // Which question it is, and its parameters, each with its name.
    fn poll(&mut self, poll: Branch<'_, '_>) {
        let Some(fields) = self.fields(poll, POLL, false) else { return };
        if self.required(&fields, Field::QueryName).and_then(|name| self.short(name)) == Some("") {
            self.findings.missing(poll, Field::QueryName);
        }
        let params = self.required(&fields, Field::Params);
        let params = params.into_iter().flat_map(Branch::children).flat_map(Branch::items);
        for param in params.filter(|param| param.child(Field::ParamName).is_none()) {
            self.findings.missing(param, Field::ParamName);
        }
    }

    fn query_body(&mut self, node: Branch<'_, '_>) -> Option<(Option<QueryResults>, Vec<Extension>)> {
        let fields = self.fields(node, QUERY_BODY, true)?;
        let extensions = self.extensions(&fields);
        match (fields.get(Field::Poll), fields.get(Field::QueryResults)) {
            (Some(poll), results) => {
                self.poll(poll);
                if let Some(results) = results {
                    self.findings.add(Rule::UnknownField, results, "");
                }
                Some((None, extensions))
            }
            (None, Some(results)) => self.results(results).map(|results| (Some(results), extensions)),
            (None, None) => {
                self.findings.missing(node, Field::QueryResults);
                None
            }
        }
    }

    fn results(&mut self, node: Branch<'_, '_>) -> Option<QueryResults> {
        let fields = self.fields(node, RESULTS, true)?;
        let extensions = self.extensions(&fields);
        self.required(&fields, Field::QueryName);
        let query_name = self.boxed(&fields, Field::QueryName).unwrap_or_default();
        let subscription_id = self.boxed(&fields, Field::SubscriptionId);
        let body = self.required(&fields, Field::ResultsBody)?;
        let body = self.fields(body, RESULTS_BODY, false)?;
        if !body.has(Field::VocabularyList) {
            self.required(&body, Field::EventList);
        }
        let (events, vocabularies) = (self.events(&body), self.vocabularies(&body));
        Some(QueryResults { query_name, subscription_id, events, vocabularies, extensions })
    }
}
