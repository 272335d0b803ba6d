//! `GET /trace?from=…&direction=back|forward`: the graph as JSON.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use ground::Ground;
use serde_json::{Value, json};
use web::App;

use super::asked::Wish;
use super::tell::events;
use super::walk::{Edge, End, Graph, walk};
use crate::caller::{Caller, Queries};
use crate::event::items::{key_of, link_of};
use crate::page::{Asked, Cursor};
use crate::problem::{Kind, Problem};
use crate::store::{EventKey, ItemKey, Narrow, Role, Scan, Store, Tenant};
use crate::store_of;
use crate::wanted::versions;

/// `GET /trace`.
pub(super) async fn show(
    State(app): State<App>,
    Queries(caller): Queries,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let query = query.unwrap_or_default();
    let wish = Wish::of(&query)?;
    let store = store_of(&app.ground)?;
    let start = key_of(&wish.from);
    // Whose item it is, or what everybody may see of it.
    let mut known = Scan::of(caller.scope(), 1);
    known.narrow = Narrow::Items { ranges: vec![start.clone().into()], roles: Role::ALL.to_vec() };
    if store.scan(known).await?.is_empty() {
        return Err(Problem::new(Kind::NoSuchResource, "trace-not-found"));
    }
    let graph = walk((&store, &*caller), start, (wish.direction, wish.times, wish.depth)).await?;
    let asked = Asked::of(&app.ground, &store, &caller, "/trace", &query).await?;
    let page = Page::of(&graph, &wish, &asked);
    let mut head = versions();
    asked.link(&app.ground, &store, "/trace", page.next.clone(), &mut head).await?;
    let body = told((&app.ground, &store, &caller), &graph, &wish, &page).await?;
    Ok((head, Json(body)).into_response())
}

/// Some of the nodes, with the edges between them and those before.
struct Page<'g> {
    nodes: std::ops::Range<usize>,
    edges: Vec<&'g Edge>,
    next: Option<Cursor>,
}

impl<'g> Page<'g> {
    fn of(graph: &'g Graph, wish: &Wish, asked: &Asked) -> Self {
        let all = graph.nodes.len();
        let from = match &asked.cursor {
            Some(Cursor::Skip(skip)) => (*skip).min(all),
            _ => 0,
        };
        let to = if wish.paged { from.saturating_add(asked.per_page).min(all) } else { all };
        let nodes = from..to;
        let edges = graph.edges.iter().filter(|edge| nodes.contains(&edge.from.max(edge.to))).collect();
        Self { nodes, edges, next: (to < all).then_some(Cursor::Skip(to)) }
    }

    fn events(&self) -> Vec<(Tenant, EventKey)> {
        let mut events = Vec::new();
        for edge in &self.edges {
            let event = (edge.way.tenant, edge.way.event);
            if !events.contains(&event) {
                events.push(event);
            }
        }
        events
    }
}

async fn told(
    (ground, store, caller): (&Ground, &Store, &Caller),
    graph: &Graph,
    wish: &Wish,
    page: &Page<'_>,
) -> Result<Value, Problem> {
    let items: Vec<ItemKey> = graph.nodes[page.nodes.clone()].iter().map(|node| node.item.clone()).collect();
    let hashed = store.names(&items).await?;
    let uri = |key: &ItemKey| {
        link_of(key).or_else(|| hashed.iter().find(|(known, _)| known == key).map(|(_, uri)| uri.clone()))
    };
    let keys = page.events();
    let nodes = page.nodes.clone().map(|place| {
        let node = &graph.nodes[place];
        json!({ "id": place, "item": uri(&node.item), "depth": node.depth, "end": node.end.map(End::word) })
    });
    let edges = page.edges.iter().map(|edge| {
        let event = keys.iter().position(|known| *known == (edge.way.tenant, edge.way.event));
        json!({ "from": edge.from, "to": edge.to, "kind": edge.way.kind, "event": event })
    });
    Ok(json!({
        "from": wish.from,
        "direction": wish.direction.word(),
        "nodes": nodes.collect::<Vec<_>>(),
        "edges": edges.collect::<Vec<_>>(),
        "events": events((ground, store, caller), &keys).await?,
        "complete": graph.is_complete(),
    }))
}
