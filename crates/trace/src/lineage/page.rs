//! A page of a graph: some of its nodes, with the edges between them and those before.

use std::collections::HashMap;
use std::ops::Range;

use super::walk::Graph;
use crate::store::Place;

/// Numbers of nodes and edges of a graph.
pub(super) struct Page {
    pub nodes: Range<usize>,
    pub edges: Vec<usize>,
    /// The events of the edges, each once, with the number it has in the answer.
    pub events: HashMap<Place, usize>,
    /// How many nodes there are up to the next page, where there is one.
    pub next: Option<usize>,
}

impl Page {
    /// So many nodes from one on.
    pub(super) fn of(graph: &Graph, skip: usize, most: usize) -> Self {
        let all = graph.nodes.len();
        let from = skip.min(all);
        let to = from.saturating_add(most).min(all);
        let nodes = from..to;
        let mut page =
            Self { nodes, edges: Vec::new(), events: HashMap::new(), next: (to < all).then_some(to) };
        for (number, edge) in graph.edges.iter().enumerate() {
            if page.nodes.contains(&edge.from.max(edge.to)) {
                page.edges.push(number);
                let next = page.events.len();
                page.events.entry((edge.way.tenant, edge.way.event)).or_insert(next);
            }
        }
        page
    }
}
