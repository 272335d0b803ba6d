//! What a recall reaches: the lot and all that was made of it.

use ground::{Ground, Result};
use trace::story::{self, Direction, Eyes};

use crate::lot::{self, Lot, LotId};

/// The lots that a recall of one reaches.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The lots that logbooks know, the bad one first.
    pub lots: Vec<LotId>,
    /// Things that machines alone told of, by their URIs.
    pub others: Vec<String>,
    /// Whether nothing was left out for the bounds of a walk.
    pub is_complete: bool,
}

/// Finds them.
///
/// # Errors
/// The events or the records are away.
pub async fn scope(ground: &Ground, bad: &Lot) -> Result<Scope> {
    let graph = story::graph(ground, Eyes::Authority, &bad.uri, Direction::Forward).await?;
    let uris: Vec<String> = graph.nodes.into_iter().map(|node| node.uri).collect();
    let known = lot::by_uris(&ground.reader(), &uris).await?;
    let mut lots = vec![bad.id];
    let mut others = Vec::new();
    for uri in uris {
        match known.get(&uri) {
            Some(lot) if lot.id != bad.id => lots.push(lot.id),
            Some(_) => {}
            None => others.push(uri),
        }
    }
    Ok(Scope { lots, others, is_complete: graph.is_complete })
}
