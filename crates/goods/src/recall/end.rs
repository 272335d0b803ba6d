//! `end`: a recall is lifted, because the goods are good, or closed, with what became of them.

use axum::extract::Path;
use ground::facts::News;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::store::{self, EndKind, RecallId, end as row};
use super::{href, show};
use crate::book::Book;

/// The fact that a recall ended; its subject is the recall.
pub const ENDED: &str = "RecallEnded";
/// Most characters of what became of the goods.
const OUTCOME: usize = 2_000;

/// Ends a recall.
///
/// # Errors
/// `not-found`, `not-allowed`; `recall-over`.
pub async fn end(
    ground: &Ground,
    actor: &Actor,
    id: RecallId,
    (kind, outcome): (EndKind, &str),
) -> Result<()> {
    let recall = store::load(&ground.reader(), id).await?;
    let book = Book::of(ground, actor, recall.producer_id).await?;
    let intent = if recall.is_drill { "drill-recall" } else { "end-recall" };
    let mut change = ground.change(actor, intent, &book.resource).await?;
    if store::end_of(&change.reader(), id).await?.is_some() {
        return Err(Refusal::wrong_state("recall-over"));
    }
    let ended = row::ActiveModel {
        recall_id: Set(id),
        kind: Set(kind),
        outcome: Set(outcome.to_owned()),
        by_name: Set(change.by_name().to_owned()),
        at: Set(change.at()),
    };
    change.insert(ended).await?;
    change.say("lot", "");
    change.say("kind", kind);
    change.say("reason", outcome);
    change.tell(News::new(ENDED, id, &recall.producer_id)?);
    change.commit().await
}

/// `POST /recalls/{recall}/end`.
pub(super) async fn submit(here: Here, Path(id): Path<RecallId>, Posted(form): Posted) -> Answer {
    let ended = async {
        let mut read = form.read();
        let (kind, outcome) = (read.word("kind"), read.text("outcome", OUTCOME));
        let (kind, outcome) = read.done(|| Some((kind?, outcome?)))?;
        end(here.ground(), &here.actor, id, (kind, &outcome)).await
    };
    match ended.await {
        Ok(()) => here.done(&href(id), "recall-ended"),
        Err(refusal) => {
            let page = show::page(&here, id, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}
