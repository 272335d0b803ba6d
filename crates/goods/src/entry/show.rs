//! An entry's page: what was logged, and the way to say that it was wrong.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Refusal, Result};
use people::consent::framed;
use sea_orm::entity::prelude::*;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Wrong, wrongs};

use super::line_of::Lines;
use super::list::moment;
use super::photo;
use super::store::{EntryId, load, withdrawals_of};
use super::{EntryKind, Side};
use crate::book::Book;
use crate::{lot, partner, site};

/// A lot of the entry.
#[derive(Serialize)]
struct LotLine {
    href: String,
    text: String,
}

/// An entry's page.
#[derive(Template, Serialize)]
#[template(path = "entry/show.html")]
pub(super) struct EntryPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    kind: EntryKind,
    title: String,
    producer: String,
    #[serde(skip)]
    book_href: String,
    #[serde(skip)]
    href: String,
    facts: Vec<(String, String)>,
    sides: Vec<(String, Vec<LotLine>)>,
    photos: Vec<String>,
    withdrawn: Option<String>,
    #[serde(skip)]
    reason: Option<Field>,
    #[serde(skip)]
    like_href: Option<String>,
}

/// `GET /goods/{producer}/entries/{entry}`.
pub(super) async fn show(here: Here, Path((producer, id)): Path<(ProducerId, EntryId)>) -> Answer {
    here.show(&page(&here, producer, id, &FormData::default(), None).await?)
}

/// Builds the page; `form` and `refusal` are those of a withdrawal that was not taken.
///
/// # Errors
/// There is none, or the actor may not know of it.
pub(super) async fn page(
    here: &Here,
    producer: ProducerId,
    id: EntryId,
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<EntryPage> {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let reader = here.reader();
    let entry = load(&reader, id).await?;
    if entry.producer_id != producer {
        return Err(Refusal::not_found());
    }
    let lines = Lines::of(&reader, &[id]).await?;
    let withdrawn = withdrawals_of(&reader, &[id]).await?.remove(&id);
    let side = |side: Side| {
        let lots = lines.side(here, id, side).into_iter();
        let lots: Vec<LotLine> =
            lots.map(|(id, text)| LotLine { href: lot::href(producer, id), text }).collect();
        (here.t(&format!("goods-side-{side}")), lots)
    };
    let photos = photo::Entity::find().filter(photo::Column::EntryId.eq(id)).all(&reader).await?;
    let href = format!("{}/entries/{id}", book.href());
    let may_withdraw = withdrawn.is_none() && here.may("withdraw-entry", &book.resource);
    let may_log = here.may("log-entry", &book.resource);
    Ok(EntryPage {
        errors: wrongs(here, refusal),
        title: here.t(&format!("goods-kind-{}", entry.kind)),
        producer: book.producer.name.clone(),
        facts: facts(here, &entry).await?,
        sides: [Side::Of, Side::In, Side::Out]
            .map(side)
            .into_iter()
            .filter(|(_, lots)| !lots.is_empty())
            .collect(),
        photos: photos.iter().map(|photo| format!("{href}/photos/{}", photo.id)).collect(),
        withdrawn: withdrawn.map(|withdrawn| {
            let values =
                [("who", withdrawn.by_name), ("when", moment(withdrawn.at)), ("reason", withdrawn.reason)];
            here.app.words.text(here.lang, "goods-withdrawn-by", &values)
        }),
        reason: may_withdraw.then(|| Field::new(here, "reason", "goods-reason", form, refusal).rows(2)),
        like_href: may_log.then(|| format!("{}/log/{}?like={id}", book.href(), entry.kind)),
        book_href: book.href(),
        kind: entry.kind,
        href,
        frame: framed(here, producer),
    })
}

async fn facts(here: &Here, entry: &super::Entry) -> Result<Vec<(String, String)>> {
    let reader = here.reader();
    let mut facts = vec![(here.t("goods-when"), moment(entry.happened_at))];
    if let Some(id) = entry.site_id
        && let Some(site) = site::load_all(&reader, &[id]).await?.remove(&id)
    {
        facts.push((here.t("goods-site"), site.name));
    }
    if let Some(id) = entry.partner_id
        && let Some(partner) = partner::load_all(&reader, &[id]).await?.remove(&id)
    {
        let phone = partner.phone.map(|phone| format!(" · {phone}")).unwrap_or_default();
        facts.push((here.t("goods-partner"), format!("{}{phone}", partner.name)));
    }
    facts.extend(entry.note.clone().map(|note| (here.t("goods-note"), note)));
    let written = [("who", entry.by_name.clone()), ("when", moment(entry.at))];
    facts.push((here.t("goods-written"), here.app.words.text(here.lang, "goods-written-by", &written)));
    Ok(facts)
}
