//! `tell`: a receiver was told. Each gets a code of its own, with which it can answer.

use axum::extract::Path;
use certificate::Code;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::href;
use super::receivers::receivers;
use super::store::{self, HowTold, RecallId, notice};
use crate::book::Book;
use crate::partner::PartnerId;

/// Notes that receivers were told; those told before stay as they were.
///
/// # Errors
/// `not-found`, `not-allowed`; `recall-over`; `recall-no-receiver` at `partner`.
pub async fn tell(
    ground: &Ground,
    actor: &Actor,
    id: RecallId,
    (partners, how): (&[PartnerId], HowTold),
) -> Result<usize> {
    let reader = ground.reader();
    let recall = store::load(&reader, id).await?;
    if store::end_of(&reader, id).await?.is_some() {
        return Err(Refusal::wrong_state("recall-over"));
    }
    let all = receivers(&reader, id, None).await?;
    let chosen: Vec<_> = all.into_iter().filter(|one| partners.contains(&one.partner.id)).collect();
    if chosen.is_empty() {
        return Err(Refusal::field("partner", "recall-no-receiver"));
    }
    // By the right to the logbook of each who delivered: what one's own receivers are is nobody else's affair.
    let mut deliverers: Vec<_> = chosen.iter().map(|one| one.from).collect();
    deliverers.sort_unstable();
    deliverers.dedup();
    for from in &deliverers {
        let book = Book::of(ground, actor, *from).await?;
        ground.access.require(actor, "tell-recall", &book.resource)?;
    }
    let book = Book::of(ground, actor, deliverers.first().copied().unwrap_or(recall.producer_id)).await?;
    let mut change = ground.change(actor, "tell-recall", &book.resource).await?;
    let mut told = 0;
    for receiver in chosen.iter().filter(|one| one.notice.is_none()) {
        let row = notice::ActiveModel {
            id: Set(change.new_id()),
            recall_id: Set(id),
            producer_id: Set(receiver.from),
            partner_id: Set(receiver.partner.id),
            code: Set(Code::of_random(ground.clock.random()?)),
            how: Set(how),
            by_name: Set(change.by_name().to_owned()),
            at: Set(change.at()),
        };
        change.insert(row).await?;
        told += 1;
    }
    change.say("count", told);
    change.say("how", how);
    if told > 0 {
        change.commit().await?;
    }
    Ok(told)
}

/// `POST /recalls/{recall}/tell`.
pub(super) async fn submit(here: Here, Path(id): Path<RecallId>, Posted(form): Posted) -> Answer {
    let mut read = form.read();
    let (partners, how) = (read.words::<PartnerId>("partner"), read.word("how"));
    let (partners, how) = read.done(|| Some((partners?, how?)))?;
    tell(here.ground(), &here.actor, id, (&partners, how)).await?;
    here.done(&href(id), "recall-told")
}
