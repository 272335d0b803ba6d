//! JSON-LD contexts: the standard's are known, a document's own are read; none is fetched.

use crate::tree::{Branch, Value};

/// The standard's context, as it is named in what we write.
pub const CONTEXT: &str = "https://ref.gs1.org/standards/epcis/epcis-context.jsonld";

/// Addresses the standard's context is or was found at.
const KNOWN: [&str; 6] = [
    CONTEXT,
    "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
    "https://ref.gs1.org/standards/epcis/2.0/epcis-context.jsonld",
    "https://gs1.github.io/EPCIS/epcis-context.jsonld",
    "https://gs1.github.io/EPCIS/epcis-context-simple.jsonld",
    "https://id.gs1.org/epcis-context.jsonld",
];

/// Prefixes the standard's context declares. That of ILMD is written as XML has it, so that both hash alike.
pub(crate) const STANDARD: [(&str, &str); 9] = [
    ("epcis", EPCIS),
    ("cbv", "https://ref.gs1.org/cbv/"),
    ("cbvmda", "urn:epcglobal:cbv:mda"),
    ("gs1", "https://gs1.org/voc/"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("dcterms", "http://purl.org/dc/terms/"),
];

/// The namespace of the standard's own words.
pub(super) const EPCIS: &str = "https://ref.gs1.org/epcis/";

/// Whether the address is that of a context of the standard.
#[must_use]
pub fn is_standard(address: &str) -> bool {
    KNOWN.contains(&address)
}

/// What one declaration of a context says.
pub(super) struct Declared<'t> {
    /// The prefix or word.
    pub(super) term: &'t str,
    /// What it stands for.
    pub(super) iri: &'t str,
    /// Where it stands.
    pub(super) at: usize,
}

/// The declarations of a context: an object, or several and addresses in a list.
pub(super) fn declared<'t>(context: Branch<'t, '_>) -> impl Iterator<Item = Declared<'t>> {
    let objects = context.items().filter(|item| matches!(item.value(), Value::Fields));
    objects.flat_map(|object| {
        object.children().filter_map(move |child| {
            let expanded = || child.children().find(|inner| inner.written() == "@id");
            let iri = child.text().or_else(|| expanded()?.text())?;
            Some(Declared { term: child.written(), iri, at: object.at() })
        })
    })
}

/// Namespace and name of an absolute IRI: the name is what follows the last `#`, `/` or `:`.
pub(super) fn split(iri: &str) -> Option<(&str, &str)> {
    let end = iri.rfind(['#', '/']).or_else(|| iri.rfind(':'))? + 1;
    (end < iri.len()).then(|| iri.split_at(end))
}
