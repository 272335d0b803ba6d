//! Results of a query as a document, in the form that is wanted.

use axum::http::HeaderValue;
use epcis::model::{Content, Namespaces, QueryDocument, QueryResults, Time};
use epcis::xml::{Version, WordForm};
use ground::Instant;
use gs1::epc::PrefixLengths;

use super::{Found, form};
use crate::problem::{Kind, Problem};
use crate::wanted::{Form, Wanted, named};

/// The name of the query that is none of those with a name.
pub(crate) const SIMPLE: &str = "SimpleEventQuery";

/// The document of some results, as they may be seen.
///
/// # Errors
/// `NotAcceptable` where XML 1.2 is wanted and cannot carry an event.
pub(crate) fn written(
    found: Vec<Found>,
    wanted: &Wanted,
    (name, subscription): (&str, Option<&str>),
    now: Instant,
) -> Result<String, Problem> {
    let lengths = PrefixLengths::unknown();
    let mut namespaces = namespaces(&found, wanted);
    let mut events = Vec::with_capacity(found.len());
    for mut one in found {
        if !keeps_prefixes(&one.namespaces, &namespaces)
            && let Some(whole) = one.event.written_out(&one.namespaces)
        {
            one.event = whole;
        }
        form::rewrite(&mut one.event, wanted.epcs, &lengths);
        for context in one.namespaces.contexts {
            if !namespaces.contexts.contains(&context) {
                namespaces.contexts.push(context);
            }
        }
        events.push(one.event);
    }
    let results = QueryResults {
        query_name: name.into(),
        subscription_id: subscription.map(Into::into),
        events,
        ..QueryResults::default()
    };
    let document = QueryDocument {
        namespaces,
        id: None,
        schema_version: Some("2.0".into()),
        creation_date: Time::read(&now.rfc3339()).ok(),
        header: None,
        results: Some(results),
        body_extensions: Vec::new(),
        extensions: Vec::new(),
    };
    let content = Content::QueryDocument(Box::new(document));
    match wanted.form {
        Form::Json => {
            epcis::json::write(&content).ok_or_else(|| Problem::fault("results that JSON cannot carry"))
        }
        Form::Xml => xml(&content, Version::Two, wanted.words),
        Form::Xml12 => xml(&content, Version::OneTwo, wanted.words),
    }
}

/// The header that tells the namespaces of the caller and of the results.
pub(crate) fn extensions(found: &[Found], wanted: &Wanted) -> Option<HeaderValue> {
    let namespaces = namespaces(found, wanted);
    named(namespaces.prefixes.iter().map(|(prefix, iri)| (&**prefix, &**iri)))
}

fn namespaces(found: &[Found], wanted: &Wanted) -> Namespaces {
    let mut namespaces = Namespaces::default();
    for (prefix, iri) in &wanted.extensions {
        add(&mut namespaces, prefix, iri);
    }
    for (prefix, iri) in found.iter().flat_map(|one| &one.namespaces.prefixes) {
        add(&mut namespaces, prefix, iri);
    }
    namespaces
}

fn xml(content: &Content, version: Version, words: WordForm) -> Result<String, Problem> {
    epcis::xml::write_with(content, version, words).map_err(|refused| {
        let namespaces = content.namespaces();
        let first = refused.first().map(|one| one.finding(namespaces).at).unwrap_or_default();
        Problem::new(Kind::NotAcceptable, "trace-not-in-xml").with("at", first)
    })
}

// Whether each prefix of an event means in the document what it means to its writer.
fn keeps_prefixes(own: &Namespaces, document: &Namespaces) -> bool {
    own.prefixes.iter().all(|(prefix, iri)| document.prefix_of(iri) == Some(prefix))
}

// One prefix for each namespace: the first that is free.
fn add(namespaces: &mut Namespaces, prefix: &str, iri: &str) {
    if namespaces.prefix_of(iri).is_some() {
        return;
    }
    let taken = |name: &str| namespaces.prefixes.iter().any(|(known, _)| **known == *name);
    let mut name = prefix.to_owned();
    let mut n = 1;
    while taken(&name) {
        n += 1;
        name = format!("{prefix}{n}");
    }
    namespaces.prefixes.push((name.into(), iri.into()));
}
