//! `answer`: a receiver says that it knows, and what it still holds; by the code of its notice, without an account.

use askama::Template;
use axum::extract::Path;
use certificate::Code;
use ground::{Actor, Ground, Refusal, Resource, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::store::{self, Recall, answer as row, notice};
use crate::{entry, item, lot, partner};

/// Most characters of what is held.
const HELD: usize = 200;

/// Notes what a receiver answered; answering again changes nothing.
///
/// # Errors
/// `no-such-code`.
pub async fn answer(ground: &Ground, code: &Code, held: Option<&str>) -> Result<()> {
    let notice = by_code(ground, code).await?;
    if row::Entity::find_by_id(notice.id).one(&ground.reader()).await?.is_some() {
        return Ok(());
    }
    let partner = partner::load_all(&ground.reader(), &[notice.partner_id]).await?.remove(&notice.partner_id);
    let name = partner.map(|partner| partner.name).unwrap_or_default();
    // Whoever has the code is the receiver: nobody signs in for this.
    let mut change = ground.change(&Actor::system("sen"), "answer-recall", &Resource::installation()).await?;
    let answer = row::ActiveModel {
        notice_id: Set(notice.id),
        held: Set(held.map(str::to_owned)),
        by_name: Set(name.clone()),
        at: Set(change.at()),
    };
    change.insert(answer).await?;
    change.say("name", name);
    change.commit().await
}

async fn by_code(ground: &Ground, code: &Code) -> Result<notice::Model> {
    let found = notice::Entity::find().filter(notice::Column::Code.eq(code.clone()));
    found.one(&ground.reader()).await?.ok_or_else(lost)
}

fn lost() -> Refusal {
    Refusal { code: "no-such-notice", ..Refusal::not_found() }
}

/// The page of a notice.
#[derive(Template, Serialize)]
#[template(path = "recall/notice.html")]
struct NoticePage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    title: String,
    reason: String,
    facts: Vec<(String, String)>,
    answered: Option<String>,
    #[serde(skip)]
    action: String,
    #[serde(skip)]
    held: Field,
}

/// `GET /n/{code}`.
pub(super) async fn offer(here: Here, Path(typed): Path<String>) -> Answer {
    let code = Code::parse(&typed).map_err(|_| lost())?;
    here.show(&page(&here, &code, &FormData::default(), None).await?)
}

/// `POST /n/{code}`.
pub(super) async fn submit(here: Here, Path(typed): Path<String>, Posted(form): Posted) -> Answer {
    let code = Code::parse(&typed).map_err(|_| lost())?;
    let answered = async {
        let mut read = form.read();
        let held = read.optional("held", HELD);
        let held = read.done(|| held)?;
        answer(here.ground(), &code, held.as_deref()).await
    };
    match answered.await {
        Ok(()) => here.done(&format!("/n/{code}"), "recall-answered"),
        Err(refusal) => {
            let page = page(&here, &code, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}

async fn page(here: &Here, code: &Code, form: &FormData, refusal: Option<&Refusal>) -> Result<NoticePage> {
    let notice = by_code(here.ground(), code).await?;
    let reader = here.reader();
    let recall: Recall = store::load(&reader, notice.recall_id).await?;
    let bad = lot::load(&reader, recall.lot_id).await?;
    let item = item::load(&reader, bad.trade_item_id).await?;
    let answered = row::Entity::find_by_id(notice.id).one(&reader).await?;
    let values = [("item", item.name.clone()), ("lot", bad.code.to_string())];
    Ok(NoticePage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        title: here.app.words.text(here.lang, "recall-of", &values),
        reason: recall.reason,
        facts: vec![
            (here.t("recall-decided-by"), recall.decided_by),
            (here.t("recall-decided-at"), entry::moment(recall.decided_at)),
        ],
        answered: answered.map(|row| entry::moment(row.at)),
        action: format!("/n/{code}"),
        held: Field::new(here, "held", "recall-held", form, refusal).optional(),
    })
}
