//! From the tree to the model: what the standard's fields say becomes types, what does not fit becomes findings.
//!
//! A part with an error is left out, so that all errors of a source are found at once; a model is handed out
//! only where there is no error.

mod children;
mod document;
mod event;
mod extension;
mod fields;
mod kind;
mod master;
mod parts;
mod sensor;
mod transformation;
mod value;

use std::sync::Arc;

pub(crate) use document::{EVENT_TYPES, bare_type, content, content_of_good};

use crate::check::Findings;
use crate::tree::Space;

/// Reads one tree.
pub(crate) struct Reader<'f> {
    findings: &'f mut Findings,
    namespaces: Vec<Option<Arc<str>>>,
    // When the event took place, for what must not be later.
    event_time: Option<i128>,
    events: Events,
}

// What came of the events of a list so far.
#[derive(Default)]
struct Events {
    seen: usize,
    kept: Vec<usize>,
    errors: usize,
}

impl<'f> Reader<'f> {
    pub(crate) fn new(findings: &'f mut Findings) -> Self {
        Self { findings, namespaces: Vec::new(), event_time: None, events: Events::default() }
    }

    // One shared text for each namespace of the tree.
    fn namespace(&mut self, space: Space, iri: &str) -> Arc<str> {
        let index = space.index();
        if self.namespaces.len() <= index {
            self.namespaces.resize(index + 1, None);
        }
        Arc::clone(self.namespaces[index].get_or_insert_with(|| Arc::from(iri)))
    }
}
