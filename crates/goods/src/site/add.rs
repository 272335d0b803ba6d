//! `add`: a place where a producer works beside its own premises.

use axum::extract::{Path, Query};
use ground::actor::ProducerId;
use ground::fold::fold;
use ground::{Actor, Ground, Result};
use sea_orm::Set;
use serde::Deserialize;
use web::{Answer, FormData, Here, Posted};

use super::form::{data, page};
use super::store::{ActiveModel, free};
use super::{Details, Site};
use crate::book::Book;
use crate::entry::EntryKind;

/// Adds a site.
///
/// # Errors
/// `not-found`, `not-allowed`; `goods-name-taken` at `name`.
pub async fn add(ground: &Ground, actor: &Actor, producer: ProducerId, details: &Details) -> Result<Site> {
    let book = Book::of(ground, actor, producer).await?;
    let mut change = ground.change(actor, "keep-logbook", &book.resource).await?;
    let folded = fold(&details.name);
    free(&change.reader(), producer, &folded, None).await?;
    let row = ActiveModel {
        id: Set(change.new_id()),
        producer_id: Set(producer),
        name: Set(details.name.clone()),
        folded: Set(folded),
        place_id: Set(details.place),
        version: Set(1),
    };
    let site = change.insert(row).await?;
    change.say("what", &site.name);
    change.commit().await?;
    Ok(site)
}

/// The form of an entry that was left to add a site, and is gone back to.
#[derive(Clone, Copy, Deserialize)]
pub(super) struct From {
    log: Option<EntryKind>,
}

impl From {
    fn ways(self, book: &Book) -> (String, String) {
        let (new, href) = (format!("{}/sites/new", book.href()), book.href());
        match self.log {
            Some(kind) => (format!("{new}?log={kind}"), format!("{href}/log/{kind}")),
            None => (new, format!("{href}/sites")),
        }
    }
}

/// `GET /goods/{producer}/sites/new?log=…`.
pub(super) async fn offer(here: Here, Path(producer): Path<ProducerId>, Query(from): Query<From>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "keep-logbook", &book.resource)?;
    let form = data(&here, "", book.producer.place_id).await?;
    here.show(&page(&here, &book, None, from.ways(&book), &form, None))
}

/// `POST /goods/{producer}/sites/new?log=…`.
pub(super) async fn submit(
    here: Here,
    Path(producer): Path<ProducerId>,
    Query(from): Query<From>,
    Posted(form): Posted,
) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "keep-logbook", &book.resource)?;
    match added(&here, producer, &form).await {
        Ok(site) => {
            let (_, back) = from.ways(&book);
            let next = if from.log.is_some() { format!("{back}?site={}", site.id) } else { back };
            here.done(&next, "goods-kept")
        }
        Err(refusal) => {
            let page = page(&here, &book, None, from.ways(&book), &form, Some(&refusal));
            here.show_again(&page, refusal)
        }
    }
}

async fn added(here: &Here, producer: ProducerId, form: &FormData) -> Result<Site> {
    let details = Details::read(&here.reader(), form, here.ground().clock.today()).await?;
    add(here.ground(), &here.actor, producer, &details).await
}
