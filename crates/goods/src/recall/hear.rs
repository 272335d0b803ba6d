//! What is made of recalled goods later is recalled with them.

use ground::facts::{Fact, Subscriber};
use ground::{Actor, Ground, Resource, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;

use super::event::widened;
use super::store::{self, RecallId, end_of, lot};
use crate::entry::{self, LOGGED, Side};

/// Entries that make something of recalled lots.
pub(crate) const MADE: Subscriber = Subscriber {
    name: "goods-recalls",
    kinds: &[LOGGED],
    hear: |ground, fact| Box::pin(widen(ground, fact)),
};

async fn widen(ground: Ground, fact: Fact) -> Result<()> {
    let Ok(id) = fact.subject.parse() else { return Ok(()) };
    let logged = entry::load(&ground.reader(), id).await?;
    let lines = entry::lines_of(&ground.reader(), &[id]).await?.remove(&id).unwrap_or_default();
    let of = |side: Side| lines.iter().filter(move |line| line.side == side).map(|line| line.lot_id);
    if of(Side::Out).next().is_none() {
        return Ok(());
    }
    let reached = lot::Entity::find().filter(lot::Column::LotId.is_in(of(Side::In)));
    let mut recalls: Vec<RecallId> =
        reached.all(&ground.reader()).await?.into_iter().map(|row| row.recall_id).collect();
    recalls.sort_unstable();
    recalls.dedup();
    for recall_id in recalls {
        if end_of(&ground.reader(), recall_id).await?.is_some() {
            continue;
        }
        let system = Actor::system("sen");
        let mut change = ground.change(&system, "widen-recall", &Resource::installation()).await?;
        let mut any = false;
        for lot_id in of(Side::Out) {
            if lot::Entity::find_by_id((recall_id, lot_id)).one(&change.reader()).await?.is_none() {
                change.insert(lot::ActiveModel { recall_id: Set(recall_id), lot_id: Set(lot_id) }).await?;
                any = true;
            }
        }
        if any {
            change.commit().await?;
        }
        let recall = store::load(&ground.reader(), recall_id).await?;
        if recall.decided_at <= logged.at {
            widened(&ground, &recall, &logged).await?;
        }
    }
    Ok(())
}
