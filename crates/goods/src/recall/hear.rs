//! What is made of recalled goods later is recalled with them.

use std::collections::BTreeSet;

use ground::facts::{Fact, Subscriber};
use ground::{Actor, Ground, Instant, Resource, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use trace::story::{self, Direction, Eyes};

use super::event::widened;
use super::store::{self, RecallId, end_of, lot};
use crate::entry::{self, LOGGED, Side};
use crate::lot::{self as lots, LotId};

/// Entries that make something of recalled lots.
pub(crate) const MADE: Subscriber =
    Subscriber { name: "goods-recalls", kinds: &[LOGGED], hear: |ground, fact| Box::pin(hear(ground, fact)) };

async fn hear(ground: Ground, fact: Fact) -> Result<()> {
    let Ok(id) = fact.subject.parse() else { return Ok(()) };
    let entry = entry::load(&ground.reader(), id).await?;
    let lines = entry::lines_of(&ground.reader(), &[id]).await?.remove(&id).unwrap_or_default();
    let of = |side: Side| lines.iter().filter(|line| line.side == side).map(|line| line.lot_id).collect();
    let (used, made): (Vec<LotId>, Vec<LotId>) = (of(Side::In), of(Side::Out));
    widen(&ground, (&used, &made), (&id.to_string(), entry.at)).await
}

/// Recalls what was made of recalled lots, and all that was made of it since.
///
/// # Errors
/// The records or the events are away.
pub(crate) async fn widen(
    ground: &Ground,
    (used, made): (&[LotId], &[LotId]),
    by: (&str, Instant),
) -> Result<()> {
    if used.is_empty() || made.is_empty() {
        return Ok(());
    }
    let reached = lot::Entity::find().filter(lot::Column::LotId.is_in(used.iter().copied()));
    let recalls: BTreeSet<RecallId> =
        reached.all(&ground.reader()).await?.into_iter().map(|row| row.recall_id).collect();
    for recall_id in recalls {
        if end_of(&ground.reader(), recall_id).await?.is_none() {
            add(ground, recall_id, &with_all_of_it(ground, made).await?).await?;
            let recall = store::load(&ground.reader(), recall_id).await?;
            if recall.decided_at <= by.1 {
                widened(ground, &recall, by).await?;
            }
        }
    }
    Ok(())
}

async fn with_all_of_it(ground: &Ground, made: &[LotId]) -> Result<BTreeSet<LotId>> {
    let mut all: BTreeSet<LotId> = made.iter().copied().collect();
    for lot in lots::load_all(&ground.reader(), made).await?.into_values() {
        let graph = story::graph(ground, Eyes::Authority, &lot.uri, Direction::Forward).await?;
        let uris: Vec<String> = graph.nodes.into_iter().map(|node| node.uri).collect();
        all.extend(lots::by_uris(&ground.reader(), &uris).await?.values().map(|lot| lot.id));
    }
    Ok(all)
}

async fn add(ground: &Ground, recall_id: RecallId, lots: &BTreeSet<LotId>) -> Result<()> {
    let system = Actor::system("sen");
    let mut change = ground.change(&system, "widen-recall", &Resource::installation()).await?;
    let known: BTreeSet<LotId> = store::lots_of(&change.reader(), recall_id).await?.into_iter().collect();
    let new: Vec<LotId> = lots.difference(&known).copied().collect();
    for lot_id in &new {
        change.insert(lot::ActiveModel { recall_id: Set(recall_id), lot_id: Set(*lot_id) }).await?;
    }
    if new.is_empty() { Ok(()) } else { change.commit().await }
}
