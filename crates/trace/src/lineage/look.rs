//! All that an answer reads from the store, in one go: the walk, and the events of its page.

use super::asked::Wish;
use super::page::Page;
use super::walk::{Graph, walk};
use crate::caller::Sight;
use crate::event::items::key_of;
use crate::problem::Problem;
use crate::store::{ItemKey, Place, Reading, StoredEvent};

/// What was found.
pub(super) struct Seen {
    pub graph: Graph,
    pub page: Page,
    /// The events of the page, in no order.
    pub events: Vec<StoredEvent>,
    /// The URIs of items of the page that their keys do not tell.
    pub names: Vec<(ItemKey, String)>,
}

/// Walks, and reads what is told of the page from the node of this number on. None where the caller sees nothing of
/// the item.
///
/// # Errors
/// The store is away.
pub(super) async fn look(
    mut reading: Reading<'_>,
    sight: Sight,
    wish: &Wish,
    (skip, most): (usize, usize),
) -> Result<Option<Seen>, Problem> {
    let start = key_of(&wish.from);
    // Whose item it is, or what everybody may see of it.
    if !reading.occurs(&start, sight.scope()).await? {
        return Ok(None);
    }
    let graph = walk(&mut reading, &sight, start, (wish.direction, wish.times, wish.depth)).await?;
    let page = Page::of(&graph, skip, most);
    let places: Vec<Place> = page.events.keys().copied().collect();
    let events = reading.events(&places).await?;
    let items: Vec<ItemKey> = graph.nodes[page.nodes.clone()].iter().map(|node| node.item.clone()).collect();
    let names = reading.names(&items).await?;
    Ok(Some(Seen { graph, page, events, names }))
}
