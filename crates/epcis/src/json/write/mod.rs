//! JSON-LD out: what the model says, with every prefix declared, so that it reads back as the same model.

mod document;
mod event;
mod extension;
mod out;
mod parts;
mod prefix;
mod sensor;

use crate::model::{Content, Event, Namespaces};
use out::Out;
use prefix::Prefixes;

/// Writes a document, results or a bare event. `None` for a question put into a query document: only the XML
/// binding has a form for it.
#[must_use]
pub fn write(content: &Content) -> Option<String> {
    if let Content::QueryDocument(document) = content
        && document.results.is_none()
    {
        return None;
    }
    let mut writer = Writer { out: Out::new(), prefixes: Prefixes::of(content) };
    match content {
        Content::Document(document) => writer.document(document),
        Content::QueryDocument(document) => writer.query_document(document),
        Content::Event(event, namespaces) => writer.bare_event(event, namespaces),
    }
    Some(writer.out.finish())
}

/// Writes one bare event with its context.
#[must_use]
pub fn write_event(event: &Event, namespaces: &Namespaces) -> String {
    let prefixes = Prefixes::of_events(std::slice::from_ref(event), namespaces);
    let mut writer = Writer { out: Out::new(), prefixes };
    writer.bare_event(event, namespaces);
    writer.out.finish()
}

struct Writer<'m> {
    out: Out,
    prefixes: Prefixes<'m>,
}
