//! What a recall tells machines: its lots carry the persistent disposition `recalled` (CBV 2.0, section 7.2) from the
//! decision on, and lose it where the recall is lifted. What came back stays recalled. A drill tells nothing.

use epcis::model::Event;
use ground::facts::{Fact, Subscriber};
use ground::{Ground, Instant, Result};
use gs1::percent::escaped;
use register::producer;
use serde_json::{Value, json};
use trace::store::Visibility;
use trace::story;

use super::scope::scope;
use super::store::{self, EndKind, Recall, RecallId};
use super::{DECIDED, ENDED};
use crate::entry::{CONTEXT, OFFSET};
use crate::lot;

/// Decisions and ends become events; told twice, they are stored once.
pub(crate) const RECALLS: Subscriber = Subscriber {
    name: "goods-recall-events",
    kinds: &[DECIDED, ENDED],
    hear: |ground, fact| Box::pin(hear(ground, fact)),
};

async fn hear(ground: Ground, fact: Fact) -> Result<()> {
    let Ok(id) = fact.subject.parse::<RecallId>() else { return Ok(()) };
    let recall = store::load(&ground.reader(), id).await?;
    if fact.kind == DECIDED {
        return capture(&ground, &recall, &format!("urn:uuid:{id}"), recall.decided_at, SET).await;
    }
    let end = store::end_of(&ground.reader(), id).await?;
    match end.filter(|end| end.kind == EndKind::Lifted) {
        Some(end) => {
            let event_id = format!("{}/lifted", address(&ground, id));
            capture(&ground, &recall, &event_id, end.at, UNSET).await
        }
        None => Ok(()),
    }
}

/// More was made of recalled goods: of this entry or event.
///
/// # Errors
/// The records or the events are away.
pub(super) async fn widened(ground: &Ground, recall: &Recall, (by, at): (&str, Instant)) -> Result<()> {
    let event_id = format!("{}/with/{}", address(ground, recall.id), escaped(by));
    capture(ground, recall, &event_id, at, SET).await
}

/// Whether an event says no more than that goods are recalled or no longer are.
pub(crate) fn is_of_a_recall(event: &Event) -> bool {
    let Some(persistent) = &event.persistent_disposition else { return false };
    persistent.set.iter().chain(&persistent.unset).any(|disposition| disposition.word() == RECALLED)
}

/// The disposition of recalled goods.
const RECALLED: &str = "recalled";
const SET: &str = "set";
const UNSET: &str = "unset";

fn address(ground: &Ground, id: RecallId) -> String {
    format!("{}{}", ground.config.public_url.trim_end_matches('/'), super::href(id))
}

async fn capture(ground: &Ground, recall: &Recall, event_id: &str, at: Instant, change: &str) -> Result<()> {
    if recall.is_drill {
        return Ok(());
    }
    let reader = ground.reader();
    let owner = producer::load(&reader, recall.producer_id).await?;
    let found = scope(ground, &lot::load(&reader, recall.lot_id).await?).await?;
    // What was logged a moment ago may be no event yet.
    let lots = [found.lots, store::lots_of(&reader, recall.id).await?].concat();
    let known = lot::load_all(&reader, &lots).await?;
    let mut classes: Vec<String> = known.into_values().map(|lot| lot.uri).collect();
    let (others, epcs): (Vec<_>, Vec<_>) = found.others.into_iter().partition(|uri| story::is_class(uri));
    classes.extend(others);
    classes.sort_unstable();
    let source = serde_json::to_vec(&document(event_id, at, (&classes, &epcs), change))?;
    match trace::take_in(ground, (owner.id, &owner.name), Visibility::Public, source).await {
        // Heard again after more was made: it was told, and what came later is told by an event of its own.
        Err(refusal) if refusal.code == "trace-event-taken" => Ok(()),
        taken => taken,
    }
}

fn document(event_id: &str, at: Instant, (classes, epcs): (&[String], &[String]), change: &str) -> Value {
    let quantities: Vec<Value> = classes.iter().map(|uri| json!({ "epcClass": uri })).collect();
    let mut event = json!({
        "type": "ObjectEvent",
        "eventID": event_id,
        "eventTime": at.rfc3339(),
        "eventTimeZoneOffset": OFFSET,
        "action": "OBSERVE",
        "epcList": epcs,
        "quantityList": quantities,
        "persistentDisposition": { change: [RECALLED] },
    });
    if change == SET {
        event["bizStep"] = "holding".into();
        event["disposition"] = RECALLED.into();
    }
    json!({
        "@context": [CONTEXT],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": at.rfc3339(),
        "epcisBody": { "eventList": [event] },
    })
}
