//! What the logbook tells machines: each entry as an event, by the way that machines take.

use ground::facts::{Fact, Subscriber};
use ground::{Ground, Result};
use register::producer;
use trace::store::Visibility;

use super::event::document;
use super::log::LOGGED;
use super::store::{load, withdrawals_of};
use super::withdraw::WITHDRAWN;

/// Entries and withdrawals become events; told twice, they are stored once.
pub(crate) const ENTRIES: Subscriber = Subscriber {
    name: "goods-events",
    kinds: &[LOGGED, WITHDRAWN],
    hear: |ground, fact| Box::pin(capture(ground, fact)),
};

async fn capture(ground: Ground, fact: Fact) -> Result<()> {
    let Ok(id) = fact.subject.parse() else { return Ok(()) };
    let entry = load(&ground.reader(), id).await?;
    let owner = producer::load(&ground.reader(), entry.producer_id).await?;
    let withdrawn = withdrawals_of(&ground.reader(), &[id]).await?.remove(&id);
    let withdrawn = withdrawn.filter(|_| fact.kind == WITHDRAWN);
    let source = document(&ground, &entry, withdrawn.as_ref()).await?;
    trace::take_in(&ground, (owner.id, &owner.name), Visibility::Public, source).await?;
    crate::page::entry_changed(&ground, &entry).await
}
