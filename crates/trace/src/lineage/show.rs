//! `GET /trace?from=…&direction=back|forward`: the graph as JSON.

use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use ground::Instant;
use serde::Deserialize;
use serde_json::{Value, json};
use web::App;

use super::step::Direction;
use super::walk::{Graph, MAX_DEPTH, walk};
use crate::caller::Queries;
use crate::event::items::{key_of, link_of};
use crate::event::{Found, found};
use crate::problem::{Kind, Problem};
use crate::store::{ItemKey, Narrow, Role, Scan, Scope, Store};
use crate::store_of;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    from: Option<String>,
    direction: Option<String>,
    depth: Option<String>,
}

/// `GET /trace`.
pub(super) async fn show(
    State(app): State<App>,
    Queries(caller): Queries,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let wrong =
        |parameter| Problem::new(Kind::QueryParameter, "trace-bad-parameter").with("parameter", parameter);
    let from = asked.from.filter(|from| !from.is_empty());
    let from = from.ok_or_else(|| Problem::new(Kind::QueryParameter, "trace-trace-from"))?;
    let direction = match asked.direction.as_deref() {
        None | Some("back") => Direction::Back,
        Some("forward") => Direction::Forward,
        Some(_) => return Err(wrong("direction")),
    };
    let depth = match asked.depth.as_deref() {
        None => MAX_DEPTH,
        Some(text) => {
            text.parse().ok().filter(|depth| (1..=MAX_DEPTH).contains(depth)).ok_or_else(|| wrong("depth"))?
        }
    };
    let store = store_of(&app.ground)?;
    let start = key_of(&from);
    // Whose item it is, or what everybody may see of it.
    let mut known = Scan::of(caller.scope(), 1);
    known.narrow = Narrow::Items { ranges: vec![start.clone().into()], roles: Role::ALL.to_vec() };
    if store.scan(known).await?.is_empty() {
        return Err(Problem::new(Kind::NoSuchResource, "trace-not-found"));
    }
    let graph = walk(&store, &caller, start, direction, depth).await?;
    let direction = if direction == Direction::Back { "back" } else { "forward" };
    Ok(Json(told(&store, &graph, &from, direction).await?).into_response())
}

async fn told(store: &Store, graph: &Graph, from: &str, direction: &str) -> Result<Value, Problem> {
    let items: Vec<ItemKey> = graph.nodes.iter().map(|node| node.item.clone()).collect();
    let hashed = store.names(&items).await?;
    let uri = |key: &ItemKey| {
        link_of(key).or_else(|| hashed.iter().find(|(known, _)| known == key).map(|(_, uri)| uri.clone()))
    };
    let nodes = graph.nodes.iter().enumerate().map(|(place, node)| {
        json!({ "id": place, "item": uri(&node.item), "depth": node.depth, "end": node.end.map(super::walk::End::word) })
    });
    let edges = graph.edges.iter().map(|edge| {
        let event = graph.events.iter().position(|known| *known == (edge.way.tenant, edge.way.event));
        json!({ "from": edge.from, "to": edge.to, "kind": edge.way.kind, "event": event })
    });
    Ok(json!({
        "from": from,
        "direction": direction,
        "nodes": nodes.collect::<Vec<_>>(),
        "edges": edges.collect::<Vec<_>>(),
        "events": events(store, graph).await?,
        "complete": graph.is_complete(),
    }))
}

// What, when and where: no more than any link of the chain may see.
async fn events(store: &Store, graph: &Graph) -> Result<Vec<Value>, Problem> {
    let mut scan = Scan::of(Scope::All, graph.events.len().max(1));
    scan.narrow = Narrow::Keys(graph.events.clone());
    let read: Vec<Found> = store.scan(scan).await?.into_iter().map(found).collect::<Result<_, _>>()?;
    let told = |found: &Found| {
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
    };
    let of = |(tenant, id)| read.iter().find(|found| (found.stored.tenant, found.stored.id) == (tenant, id));
    Ok(graph.events.iter().map(|known| of(*known).map_or(Value::Null, told)).collect())
}
