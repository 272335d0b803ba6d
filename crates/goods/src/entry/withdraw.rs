//! `withdraw`: an entry was wrong. It stays in the book, struck through, and machines are told that it was wrong.

use axum::extract::Path;
use ground::actor::ProducerId;
use ground::facts::News;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::store::{self, EntryId, lines_of, withdrawals_of};
use super::{show, stock, withdrawal};
use crate::book::{self, Book};

/// The fact that an entry was withdrawn; its subject is the entry.
pub const WITHDRAWN: &str = "EntryWithdrawn";
/// Most characters of a reason.
const REASON: usize = 500;

/// Withdraws an entry.
///
/// # Errors
/// `not-found`, `not-allowed`; `goods-withdrawn-already`.
pub async fn withdraw(
    ground: &Ground,
    actor: &Actor,
    (producer, id): (ProducerId, EntryId),
    reason: &str,
) -> Result<()> {
    let book = Book::of(ground, actor, producer).await?;
    let mut change = ground.change(actor, "withdraw-entry", &book.resource).await?;
    let entry = store::load(&change.reader(), id).await?;
    if entry.producer_id != producer {
        return Err(Refusal::not_found());
    }
    if !withdrawals_of(&change.reader(), &[id]).await?.is_empty() {
        return Err(Refusal::wrong_state("goods-withdrawn-already"));
    }
    let row = withdrawal::ActiveModel {
        entry_id: Set(id),
        reason: Set(reason.to_owned()),
        by_name: Set(change.by_name().to_owned()),
        at: Set(change.at()),
    };
    change.insert(row).await?;
    let lines = lines_of(&change.reader(), &[id]).await?.remove(&id).unwrap_or_default();
    for line in lines {
        let what = (line.quantity, line.unit);
        stock::add(&mut change, producer, line.lot_id, (entry.kind, line.side), what, true).await?;
    }
    change.say("kind", entry.kind);
    change.say("reason", reason);
    change.tell(News::new(WITHDRAWN, id, &producer)?);
    change.commit().await
}

/// `POST /goods/{producer}/entries/{entry}/withdraw`.
pub(super) async fn submit(
    here: Here,
    Path((producer, id)): Path<(ProducerId, EntryId)>,
    Posted(form): Posted,
) -> Answer {
    let done = async {
        let mut read = form.read();
        let reason = read.text("reason", REASON);
        let reason = read.done(|| reason)?;
        withdraw(here.ground(), &here.actor, (producer, id), &reason).await
    };
    match done.await {
        Ok(()) => here.done(&book::href(producer), "entry-withdrawn"),
        Err(refusal) => {
            let page = show::page(&here, producer, id, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}
