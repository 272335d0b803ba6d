//! `decide`: a lot must come back. From the commit on, the page behind its code warns whoever scans it.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::facts::News;
use ground::{Actor, Ground, Refusal, Result};
use people::consent::behalf;
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::href;
use super::scope::scope;
use super::store::lot;
use super::store::{ActiveModel, Recall, RecallId};
use crate::book::Book;
use crate::item;
use crate::lot::{Lot, LotId};

/// The fact that a recall was decided; its subject is the recall.
pub const DECIDED: &str = "RecallDecided";
/// Most characters of a reason.
const REASON: usize = 2_000;
/// Most characters of who decided.
const WHO: usize = 200;

/// What is decided.
#[derive(Clone, Debug)]
pub struct NewRecall {
    /// Why.
    pub reason: String,
    /// Who decided, as the notice names them.
    pub decided_by: String,
    /// It is practised.
    pub is_drill: bool,
}

/// Recalls a lot and all that was made of it.
///
/// # Errors
/// `not-found`, `not-allowed`; `recall-running` where the lot is recalled already.
pub async fn decide(
    ground: &Ground,
    actor: &Actor,
    (producer, id): (ProducerId, LotId),
    new: &NewRecall,
) -> Result<Recall> {
    let book = Book::of(ground, actor, producer).await?;
    let bad = own(ground, producer, id).await?;
    let intent = if new.is_drill { "drill-recall" } else { "decide-recall" };
    ground.access.require(actor, intent, &book.resource)?;
    let begun = ground.clock.now();
    let found = scope(ground, &bad).await?;
    let took = (ground.clock.now().micros() - begun.micros()) / 1_000;
    let mut change = ground.change(actor, intent, &book.resource).await?;
    if !new.is_drill && super::warning(&change.reader(), id).await?.is_some_and(|known| known.is_running) {
        return Err(Refusal::conflict("recall-running"));
    }
    let recall = ActiveModel {
        id: Set(RecallId(ground.clock.new_id())),
        lot_id: Set(id),
        producer_id: Set(producer),
        reason: Set(new.reason.clone()),
        decided_by: Set(new.decided_by.clone()),
        decided_at: Set(change.at()),
        is_drill: Set(new.is_drill),
        is_complete: Set(found.is_complete),
        computed_ms: Set(i32::try_from(took).unwrap_or(i32::MAX)),
        by_name: Set(change.by_name().to_owned()),
    };
    let recall = change.insert(recall).await?;
    for lot_id in &found.lots {
        let row = lot::ActiveModel { recall_id: Set(recall.id), lot_id: Set(*lot_id) };
        change.insert(row).await?;
    }
    change.say("lot", &bad.code);
    change.say("lots", found.lots.len());
    change.say("reason", &new.reason);
    change.tell(News::new(DECIDED, recall.id, &producer)?);
    change.commit().await?;
    Ok(recall)
}

async fn own(ground: &Ground, producer: ProducerId, id: LotId) -> Result<Lot> {
    let lot = crate::lot::load(&ground.reader(), id).await?;
    if lot.producer_id == producer { Ok(lot) } else { Err(Refusal::not_found()) }
}

/// The form, with what it would reach.
#[derive(Template, Serialize)]
#[template(path = "recall/form.html")]
struct RecallForm {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    title: String,
    lots: usize,
    others: usize,
    is_complete: bool,
    #[serde(skip)]
    action: String,
    #[serde(skip)]
    back: String,
    #[serde(skip)]
    fields: [Field; 3],
}

/// `GET /goods/{producer}/lots/{lot}/recall`.
pub(super) async fn offer(here: Here, Path((producer, id)): Path<(ProducerId, LotId)>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "drill-recall", &book.resource)?;
    let form = FormData::of([("decided_by", book.producer.name.clone())]);
    here.show(&page(&here, &book, id, &form, None).await?)
}

/// `POST /goods/{producer}/lots/{lot}/recall`.
pub(super) async fn submit(
    here: Here,
    Path((producer, id)): Path<(ProducerId, LotId)>,
    Posted(form): Posted,
) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let decided = async {
        let mut read = form.read();
        let (reason, decided_by) = (read.text("reason", REASON), read.text("decided_by", WHO));
        let is_drill = read.flag("drill");
        let new = read.done(|| Some(NewRecall { reason: reason?, decided_by: decided_by?, is_drill }))?;
        decide(here.ground(), &here.actor, (producer, id), &new).await
    };
    match decided.await {
        Ok(recall) => {
            here.done(&href(recall.id), if recall.is_drill { "recall-drilled" } else { "recall-decided" })
        }
        Err(refusal) => {
            let page = page(&here, &book, id, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}

async fn page(
    here: &Here,
    book: &Book,
    id: LotId,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<RecallForm> {
    let bad = own(here.ground(), book.producer.id, id).await?;
    let item = item::load(&here.reader(), bad.trade_item_id).await?;
    let found = scope(here.ground(), &bad).await?;
    let field = |name: &str, label: &str| Field::new(here, name, label, form, refusal);
    let mut frame = here.frame();
    frame.behalf = behalf(here, book.producer.id);
    let values = [("item", item.name), ("lot", bad.code.to_string())];
    Ok(RecallForm {
        errors: wrongs(here, refusal),
        title: here.app.words.text(here.lang, "recall-lot-title", &values),
        lots: found.lots.len(),
        others: found.others.len(),
        is_complete: found.is_complete,
        action: format!("{}/recall", crate::lot::href(book.producer.id, id)),
        back: crate::lot::href(book.producer.id, id),
        fields: [
            field("reason", "recall-reason").rows(3),
            field("decided_by", "recall-decided-by"),
            field("drill", "recall-drill").choices([("yes", here.t("recall-drill-yes"))], form),
        ],
        frame,
    })
}
