//! The answer: nodes, edges, and the events between them with what, when and where, and what their party tells whoever
//! traces goods through them.

use ground::{Ground, Instant};
use serde::Serialize;
use serde_json::{Map, Value};

use super::asked::Wish;
use super::look::Seen;
use super::walk::End;
use crate::caller::Sight;
use crate::event::items::link_of;
use crate::event::{Fields, details};
use crate::fields::{self, FieldRules};
use crate::problem::Problem;
use crate::store::{ItemKey, Store, StoredEvent, Visibility};

#[derive(Serialize)]
struct Answer<'a> {
    from: &'a str,
    direction: &'static str,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    events: Vec<Event>,
    complete: bool,
}

#[derive(Serialize)]
struct Node {
    id: usize,
    item: Option<String>,
    depth: usize,
    end: Option<&'static str>,
}

#[derive(Serialize)]
struct Edge {
    from: usize,
    to: usize,
    kind: &'static str,
    event: Option<usize>,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    #[serde(rename = "eventID")]
    event_id: Value,
    r#type: Value,
    event_time: Value,
    record_time: String,
    biz_step: Value,
    biz_location: Value,
    read_point: Value,
    in_error: bool,
    #[serde(skip_serializing_if = "Map::is_empty")]
    details: Map<String, Value>,
}

/// The answer as JSON.
///
/// # Errors
/// The store is away.
pub(super) async fn told(
    (ground, store): (&Ground, &Store),
    sight: &Sight,
    wish: &Wish,
    seen: Seen,
) -> Result<Vec<u8>, Problem> {
    let Seen { graph, page, events, names } = seen;
    let uri = |key: &ItemKey| {
        link_of(key).or_else(|| names.iter().find(|(known, _)| known == key).map(|(_, uri)| uri.clone()))
    };
    let nodes = page.nodes.map(|id| {
        let node = &graph.nodes[id];
        Node { id, item: uri(&node.item), depth: node.depth, end: node.end.map(End::word) }
    });
    let edges = page.edges.into_iter().map(|number| {
        let edge = &graph.edges[number];
        let event = page.events.get(&(edge.way.tenant, edge.way.event)).copied();
        Edge { from: edge.from, to: edge.to, kind: edge.way.kind, event }
    });
    let mut told = Vec::new();
    told.resize_with(page.events.len(), Event::default);
    for stored in events {
        let rules = match sight.sees_whole(stored.tenant) {
            true => None,
            false => Some(fields::of(ground, store, stored.tenant).await?),
        };
        if let Some(place) = page.events.get(&(stored.tenant, stored.id)) {
            told[*place] = event(&stored, rules.as_deref())?;
        }
    }
    let answer = Answer {
        from: &wish.from,
        direction: wish.direction.word(),
        nodes: nodes.collect(),
        edges: edges.collect(),
        events: told,
        complete: graph.is_complete(),
    };
    serde_json::to_vec(&answer).map_err(Problem::fault)
}

fn event(stored: &StoredEvent, rules: Option<&FieldRules>) -> Result<Event, Problem> {
    let mut document: Fields = serde_json::from_slice(&stored.doc).map_err(Problem::fault)?;
    let details = details(&mut document, rules.map(|rules| (rules, Visibility::Chain)));
    let mut field = |name: &str| document.take(name);
    let id = |mut place: Value| place.get_mut("id").map(Value::take).unwrap_or_default();
    Ok(Event {
        event_id: field("eventID"),
        r#type: field("type"),
        event_time: field("eventTime"),
        record_time: Instant::from_micros(stored.record_time.0).rfc3339(),
        biz_step: field("bizStep"),
        biz_location: id(field("bizLocation")),
        read_point: id(field("readPoint")),
        in_error: stored.in_error,
        details,
    })
}
