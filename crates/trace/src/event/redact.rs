//! What others do not see of an event: partners, documents, and fields of one's own, where prices stand.
//!
//! To its own party an event is whole. To everybody else it says what, when, where and in which step: what tracing
//! goods needs. What else is to be told is a setting of the party.

use epcis::model::{Event, Extension, ExtensionName, Kind};

use super::Found;
use crate::caller::Caller;

/// The namespaces of master data that everybody may see: those of the standard.
const OPEN_NAMESPACES: [&str; 3] =
    ["urn:epcglobal:cbv:mda", "https://ref.gs1.org/cbv/", "https://gs1.org/voc/"];

/// What the caller may see of an event; none where that is nothing: a transaction event tells of documents.
///
/// Queries are asked of this, so that nobody finds out by asking what he may not see.
pub(crate) fn redacted(mut found: Found, caller: &Caller) -> Option<Found> {
    if caller.sees_whole(found.stored.tenant) || redact(&mut found.event) {
        return Some(found);
    }
    None
}

fn redact(event: &mut Event) -> bool {
    if matches!(event.kind, Kind::Transaction { .. }) {
        return false;
    }
    event.source_list.clear();
    event.destination_list.clear();
    event.clear_biz_transactions();
    event.extensions.clear();
    event.retain_ilmd(is_open);
    for place in event.read_point.iter_mut().chain(&mut event.biz_location) {
        place.extensions.clear();
    }
    if let Some(declaration) = &mut event.error_declaration {
        declaration.extensions.clear();
    }
    true
}

fn is_open(extension: &Extension) -> bool {
    match &extension.name {
        ExtensionName::Own { namespace, .. } => {
            OPEN_NAMESPACES.iter().any(|open| namespace.starts_with(open))
        }
        ExtensionName::Field(_) | ExtensionName::Bare(_) => true,
    }
}
