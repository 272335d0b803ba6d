//! The pages by which a producer keeps the links of a trade item, and hands it over to another resolver.

mod add;
mod edit;
mod form;
pub mod handover;
mod list;
mod remove;

use axum::Router;
use axum::routing::{get, post};
use ground::actor::ProducerId;
use ground::{Actor, Ground, Resource, Result};
use web::App;
use web::Here;
use web::table::Link as Crumb;

pub use add::add;
pub use edit::edit;
pub use form::{LinkForm, NewLink};
pub use remove::remove;

use crate::book::Book;
use crate::item::{self, TradeItem, TradeItemId};

/// Most links of one trade item, those of its lots among them.
pub(super) const MOST_LINKS: usize = 50;
/// What one may do who keeps links.
pub(super) const KEEP: &str = "manage-links";

pub(super) fn routes() -> Router<App> {
    const LINKS: &str = "/goods/{producer}/items/{item}/links";
    Router::new()
        .route(LINKS, get(list::show))
        .route(&format!("{LINKS}/new"), get(add::offer).post(add::submit))
        .route(&format!("{LINKS}/handover"), get(handover::offer).post(handover::submit))
        .route(&format!("{LINKS}/handover/end"), post(handover::end))
        .route(&format!("{LINKS}/{{link}}/edit"), get(edit::offer).post(edit::submit))
        .route(&format!("{LINKS}/{{link}}/remove"), post(remove::submit))
}

/// The address of the list.
fn href(item: &TradeItem) -> String {
    format!("/goods/{}/items/{}/links", item.producer_id, item.id)
}

/// A trade item whose links the actor may see, with the resource that policies are asked about.
///
/// # Errors
/// There is none, or the actor may not know of it: both look the same.
async fn visible(
    ground: &Ground,
    actor: &Actor,
    producer: ProducerId,
    item: TradeItemId,
) -> Result<(TradeItem, Resource)> {
    let resource = Book::of(ground, actor, producer).await?.resource;
    Ok((item::load_of(&ground.reader(), producer, item).await?, resource))
}

/// The same for a page on which something is to be changed.
///
/// # Errors
/// As [`visible`]; not allowed.
async fn kept(here: &Here, producer: ProducerId, item: TradeItemId) -> Result<TradeItem> {
    let (item, resource) = visible(here.ground(), &here.actor, producer, item).await?;
    here.ground().access.require(&here.actor, KEEP, &resource)?;
    Ok(item)
}

/// The way back from a page.
fn crumbs(here: &Here, item: &TradeItem, below: bool) -> Vec<Crumb> {
    let up =
        Crumb { href: format!("/goods/{}/items/{}", item.producer_id, item.id), label: item.name.clone() };
    let list = Crumb { href: href(item), label: here.t("link-links") };
    if below { vec![up, list] } else { vec![up] }
}
