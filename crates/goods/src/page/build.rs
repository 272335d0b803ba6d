//! Building the page's row from what it is made of.

use certificate::{near, verdict};
use ground::{Actor, Ground, Resource, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use trace::story::{self, Direction, Eyes};

use super::{Card, store, way};
use crate::entry::{Entry, lines_of, logged_at};
use crate::item;
use crate::lot::{self, Lot, LotId};
use crate::site::SiteId;

/// Lots rebuilt in one change.
const BATCH: u64 = 100;

/// What everybody may see of a lot.
///
/// # Errors
/// The records or the events are away.
pub async fn card_of(ground: &Ground, lot: &Lot) -> Result<Card> {
    let (reader, today) = (ground.reader(), ground.clock.today());
    let item = item::load(&reader, lot.trade_item_id).await?;
    let producer = near::producer(&reader, item.producer_id).await?;
    let (product, certificate) = match item.product_id {
        Some(id) => (near::product(&reader, id).await?, verdict::of_product(&reader, id).await?),
        None => (None, None),
    };
    let place = match &producer {
        Some(producer) => near::place(&reader, producer.place_id, today).await?.now,
        None => near::Both::default(),
    };
    let (steps, is_complete) = way::of(ground, &lot.uri).await?;
    Ok(Card {
        lot_id: lot.id,
        uri: lot.uri.clone(),
        code: lot.code.clone(),
        trade_item_id: item.id,
        item_code: item.code,
        gtin: item.gtin,
        name: item.name,
        standards: item.standards,
        product_id: item.product_id,
        photo: product.and_then(|product| product.photos.into_iter().next()),
        producer_id: item.producer_id,
        phone: producer.as_ref().and_then(|producer| producer.phone.clone()),
        producer: producer.map(|producer| producer.name).unwrap_or_default(),
        place,
        made_on: lot.made_on,
        expires_on: lot.expires_on,
        certificate,
        steps,
        is_complete,
    })
}

/// Rebuilds the pages of some lots.
///
/// # Errors
/// The records or the events are away.
pub async fn rebuild(ground: &Ground, lots: &[LotId]) -> Result<()> {
    for some in lots.chunks(usize::try_from(BATCH).unwrap_or(usize::MAX)) {
        let mut cards = Vec::with_capacity(some.len());
        for lot in lot::load_all(&ground.reader(), some).await?.into_values() {
            cards.push(card_of(ground, &lot).await?);
        }
        let system = Actor::system("sen");
        let mut change = ground.change(&system, "refresh-lots", &Resource::installation()).await?;
        let mut any = false;
        for card in &cards {
            any |= store::keep(&mut change, card).await?;
        }
        // What is as it was leaves no entry in the journal.
        if any {
            change.commit().await?;
        }
    }
    Ok(())
}

/// Rebuilds what shows an entry: its lots, and all that was made of them.
///
/// # Errors
/// The records or the events are away.
pub async fn entry_changed(ground: &Ground, entry: &Entry) -> Result<()> {
    let lines = lines_of(&ground.reader(), &[entry.id]).await?.remove(&entry.id).unwrap_or_default();
    lots_changed(ground, &lines.iter().map(|line| line.lot_id).collect::<Vec<_>>()).await
}

/// Rebuilds what shows a site: the lots that were logged there, and all that was made of them.
///
/// # Errors
/// The records or the events are away.
pub(super) async fn site_changed(ground: &Ground, site: SiteId) -> Result<()> {
    let mut after: Option<LotId> = None;
    loop {
        let lots = logged_at(&ground.reader(), site, after, BATCH).await?;
        let Some(last) = lots.last().copied() else { return Ok(()) };
        lots_changed(ground, &lots).await?;
        after = Some(last);
    }
}

/// Rebuilds what shows some lots: they, and all that was made of them.
///
/// # Errors
/// The records or the events are away.
pub(super) async fn lots_changed(ground: &Ground, lots: &[LotId]) -> Result<()> {
    let mut all = lots.to_vec();
    for lot in lot::load_all(&ground.reader(), lots).await?.values() {
        let graph = story::graph(ground, Eyes::Authority, &lot.uri, Direction::Forward).await?;
        let uris: Vec<String> = graph.nodes.into_iter().map(|node| node.uri).collect();
        all.extend(lot::by_uris(&ground.reader(), &uris).await?.values().map(|lot| lot.id));
    }
    all.sort_unstable();
    all.dedup();
    rebuild(ground, &all).await
}

/// Rebuilds every page of some trade items; of all without a condition.
///
/// # Errors
/// The records or the events are away.
pub async fn rebuild_all(ground: &Ground, of: Option<sea_orm::Condition>) -> Result<()> {
    let mut after: Option<LotId> = None;
    loop {
        let mut next = lot::Entity::find().select_only().column(lot::Column::Id);
        if let Some(of) = &of {
            next = next.filter(of.clone());
        }
        if let Some(after) = after {
            next = next.filter(lot::Column::Id.gt(after));
        }
        let next = next.order_by_asc(lot::Column::Id).limit(BATCH);
        let ids: Vec<LotId> = next.into_tuple().all(&ground.reader()).await?;
        let Some(last) = ids.last().copied() else { return Ok(()) };
        rebuild(ground, &ids).await?;
        after = Some(last);
    }
}
