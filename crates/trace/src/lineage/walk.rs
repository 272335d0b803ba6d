//! The walk: breadth first, each item once.

use std::collections::HashMap;

use super::step::{Direction, Way, step};
use crate::caller::Sight;
use crate::problem::Problem;
use crate::store::{ItemKey, Reading, Span};

/// Deepest level.
pub(crate) const MAX_DEPTH: usize = 32;
/// Most items of a graph.
pub(crate) const MAX_NODES: usize = 2_000;

/// Why the walk ends at an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It began there: it was harvested, made or received as new.
    Began,
    /// Nothing tells where it came from.
    Gap,
    /// Nothing more was recorded of it.
    Last,
    /// The next event is another party's own affair.
    Hidden,
    /// The bounds of the walk.
    Bound,
}

impl End {
    /// The word in the answer.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Began => "began",
            Self::Gap => "gap",
            Self::Last => "last",
            Self::Hidden => "hidden",
            Self::Bound => "bound",
        }
    }
}

/// An item of the graph.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub item: ItemKey,
    pub depth: usize,
    pub end: Option<End>,
}

/// A way between two items, by their places in the list of nodes.
#[derive(Clone, Debug)]
pub(crate) struct Edge {
    pub from: usize,
    pub to: usize,
    pub way: Way,
}

/// The graph.
#[derive(Clone, Debug, Default)]
pub(crate) struct Graph {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

impl Graph {
    /// Whether nothing was left out for the bounds.
    pub(crate) fn is_complete(&self) -> bool {
        self.nodes.iter().all(|node| node.end != Some(End::Bound))
    }
}

/// Walks from an item.
///
/// # Errors
/// The store is away.
pub(crate) async fn walk(
    reading: &mut Reading<'_>,
    sight: &Sight,
    start: ItemKey,
    (direction, times, depth): (Direction, Span, usize),
) -> Result<Graph, Problem> {
    let mut graph =
        Graph { nodes: vec![Node { item: start.clone(), depth: 0, end: None }], ..Graph::default() };
    let mut places = HashMap::from([(start, 0_usize)]);
    let mut frontier = vec![0_usize];
    for level in 1..=depth {
        let items: Vec<ItemKey> = frontier.iter().map(|place| graph.nodes[*place].item.clone()).collect();
        let steps = step(reading, sight, (direction, times), &items).await?;
        let mut next = Vec::new();
        for (place, item) in frontier.iter().zip(&items) {
            let Some(of_item) = steps.get(item) else { continue };
            graph.nodes[*place].end = of_item.end;
            for way in &of_item.ways {
                for other in &way.others {
                    let to = match places.get(other) {
                        Some(known) => *known,
                        None if graph.nodes.len() >= MAX_NODES => {
                            graph.nodes[*place].end = Some(End::Bound);
                            continue;
                        }
                        None => {
                            let new = graph.nodes.len();
                            graph.nodes.push(Node { item: other.clone(), depth: level, end: None });
                            places.insert(other.clone(), new);
                            next.push(new);
                            new
                        }
                    };
                    graph.edges.push(Edge {
                        from: *place,
                        to,
                        way: Way { others: Vec::new(), ..way.clone() },
                    });
                }
            }
        }
        frontier = next;
        if frontier.is_empty() {
            return Ok(graph);
        }
    }
    for place in frontier {
        graph.nodes[place].end = Some(End::Bound);
    }
    Ok(graph)
}
