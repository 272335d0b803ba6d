//! What others do not see of an event: partners, documents, and fields of one's own, where prices stand.
//!
//! To its own party an event is whole. To everybody else it says what, when, where and in which step: what tracing
//! goods needs, and what the party tells besides ([`crate::fields`]).

use epcis::model::{Event, Extension, ExtensionName, Kind};

use ground::Ground;

use super::Found;
use crate::caller::Sight;
use crate::fields::{self, FieldRules, Seen};
use crate::problem::Problem;
use crate::store::{Store, Visibility};

/// The namespaces of master data that everybody may see: those of the standard.
const OPEN_NAMESPACES: [&str; 3] =
    ["urn:epcglobal:cbv:mda", "https://ref.gs1.org/cbv/", "https://gs1.org/voc/"];

/// What the caller may see of an event; none where that is nothing: a transaction event tells of documents.
///
/// Queries are asked of this, so that nobody finds out by asking what he may not see.
///
/// # Errors
/// The store is away.
pub(crate) async fn redacted(
    ground: &Ground,
    store: &Store,
    mut found: Found,
    caller: &Sight,
) -> Result<Option<Found>, Problem> {
    if caller.sees_whole(found.stored.tenant) {
        return Ok(Some(found));
    }
    let rules = fields::of(ground, store, found.stored.tenant).await?;
    Ok(redact(&mut found.event, &rules, Visibility::Public).then_some(found))
}

/// Leaves of an event what its party tells at a level; false where that is nothing.
pub(crate) fn redact(event: &mut Event, rules: &FieldRules, level: Visibility) -> bool {
    let tells = |seen: Seen| Visibility::from(seen) >= level;
    if !tells(rules.documents) {
        if matches!(event.kind, Kind::Transaction { .. }) {
            return false;
        }
        event.clear_biz_transactions();
    }
    if !tells(rules.partners) {
        event.source_list.clear();
        event.destination_list.clear();
    }
    let told = |extension: &Extension| match &extension.name {
        ExtensionName::Own { namespace, .. } => tells(rules.of_namespace(namespace)),
        ExtensionName::Field(_) | ExtensionName::Bare(_) => false,
    };
    event.extensions.retain(told);
    event.retain_ilmd(|extension| is_open_extension(extension) || told(extension));
    for place in event.read_point.iter_mut().chain(&mut event.biz_location) {
        place.extensions.retain(told);
    }
    if let Some(declaration) = &mut event.error_declaration {
        declaration.extensions.retain(told);
    }
    true
}

fn is_open_extension(extension: &Extension) -> bool {
    match &extension.name {
        ExtensionName::Own { namespace, .. } => is_open(namespace),
        ExtensionName::Field(_) | ExtensionName::Bare(_) => true,
    }
}

/// Whether master data of a namespace may be seen by everybody.
pub(super) fn is_open(namespace: &str) -> bool {
    OPEN_NAMESPACES.iter().any(|open| namespace.starts_with(open))
}
