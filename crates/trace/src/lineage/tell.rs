//! The events of a graph: what, when and where, and what their party tells whoever traces goods through them.

use epcis::model::Namespaces;
use ground::{Ground, Instant};
use serde_json::{Map, Value, json};

use crate::caller::Caller;
use crate::event::{Found, found, redact};
use crate::fields;
use crate::problem::Problem;
use crate::store::{EventKey, Narrow, Scan, Scope, Store, Tenant, Visibility};

/// What is told of an event besides, where its party tells it.
const DETAILS: [&str; 4] = ["sourceList", "destinationList", "bizTransactionList", "ilmd"];

/// The events of some keys, in their order.
///
/// # Errors
/// The store is away.
pub(super) async fn events(
    (ground, store, caller): (&Ground, &Store, &Caller),
    keys: &[(Tenant, EventKey)],
) -> Result<Vec<Value>, Problem> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let mut scan = Scan::of(Scope::All, keys.len());
    scan.narrow = Narrow::Keys(keys.to_vec());
    let mut told = std::collections::HashMap::new();
    for stored in store.scan(scan).await? {
        let key = (stored.tenant, stored.id);
        let found = found(stored)?;
        let mut value = summary(&found);
        if let Some(details) = details(ground, store, caller, found).await? {
            value["details"] = details;
        }
        told.insert(key, value);
    }
    Ok(keys.iter().map(|key| told.remove(key).unwrap_or_default()).collect())
}

fn summary(found: &Found) -> Value {
    json!({
        "eventID": found.event.event_id.as_ref().map(ToString::to_string),
        "type": found.event.event_type(),
        "eventTime": found.event.event_time.as_str(),
        "recordTime": Instant::from_micros(found.stored.record_time.0).rfc3339(),
        "bizStep": found.event.biz_step.as_ref().map(|step| step.word().to_owned()),
        "bizLocation": found.event.biz_location.as_ref().map(|place| place.id.to_string()),
        "readPoint": found.event.read_point.as_ref().map(|place| place.id.to_string()),
        "inError": found.stored.in_error,
    })
}

// None where the party tells no more.
async fn details(
    ground: &Ground,
    store: &Store,
    caller: &Caller,
    mut found: Found,
) -> Result<Option<Value>, Problem> {
    if !caller.sees_whole(found.stored.tenant) {
        let rules = fields::of(ground, store, found.stored.tenant).await?;
        if !redact(&mut found.event, &rules, Visibility::Chain) {
            return Ok(None);
        }
    }
    let namespaces = Namespaces { prefixes: found.namespaces.prefixes, ..Namespaces::default() };
    let written: Value =
        serde_json::from_str(&epcis::json::write_event(&found.event, &namespaces)).unwrap_or_default();
    let Value::Object(fields) = written else { return Ok(None) };
    // A field of one's own is known by its prefix.
    let is_detail = |name: &str| DETAILS.contains(&name) || name.contains(':');
    let details: Map<String, Value> = fields.into_iter().filter(|(name, _)| is_detail(name)).collect();
    Ok((!details.is_empty()).then_some(Value::Object(details)))
}
