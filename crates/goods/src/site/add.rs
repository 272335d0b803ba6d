//! `add`: a place where a producer works beside its own premises.

use axum::extract::Path;
use ground::actor::ProducerId;
use ground::fold::fold;
use ground::{Actor, Change, Ground, Result};
use register::producer;
use sea_orm::Set;
use web::{Answer, FormData, Here, Posted};

use super::form::{data, page};
use super::store::{ActiveModel, by_name, free};
use super::{Details, Site};
use crate::book::Book;

/// Adds a site.
///
/// # Errors
/// `not-found`, `not-allowed`; `goods-name-taken` at `name`.
pub async fn add(ground: &Ground, actor: &Actor, producer: ProducerId, details: &Details) -> Result<Site> {
    let book = Book::of(ground, actor, producer).await?;
    let mut change = ground.change(actor, "keep-logbook", &book.resource).await?;
    free(&change.reader(), producer, &fold(&details.name), None).await?;
    let site = insert(&mut change, producer, details).await?;
    change.say("what", &site.name);
    change.commit().await?;
    Ok(site)
}

/// The producer's site of a name; where none is called so it begins, in the producer's commune.
///
/// # Errors
/// The records are away.
pub(crate) async fn named(change: &mut Change, producer: ProducerId, name: &str) -> Result<Site> {
    if let Some(known) = by_name(&change.reader(), producer, &fold(name)).await? {
        return Ok(known);
    }
    let place = producer::load(&change.reader(), producer).await?.place_id;
    insert(change, producer, &Details { name: name.to_owned(), place }).await
}

async fn insert(change: &mut Change, producer: ProducerId, details: &Details) -> Result<Site> {
    let row = ActiveModel {
        id: Set(change.new_id()),
        producer_id: Set(producer),
        name: Set(details.name.clone()),
        folded: Set(fold(&details.name)),
        place_id: Set(details.place),
        version: Set(1),
    };
    change.insert(row).await
}

fn ways(book: &Book) -> (String, String) {
    let list = format!("{}/sites", book.href());
    (format!("{list}/new"), list)
}

/// `GET /goods/{producer}/sites/new`.
pub(super) async fn offer(here: Here, Path(producer): Path<ProducerId>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "keep-logbook", &book.resource)?;
    let form = data(&here, "", book.producer.place_id).await?;
    here.show(&page(&here, &book, None, ways(&book), &form, None))
}

/// `POST /goods/{producer}/sites/new`.
pub(super) async fn submit(here: Here, Path(producer): Path<ProducerId>, Posted(form): Posted) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "keep-logbook", &book.resource)?;
    match added(&here, producer, &form).await {
        Ok(_) => here.done(&ways(&book).1, "goods-kept"),
        Err(refusal) => {
            let page = page(&here, &book, None, ways(&book), &form, Some(&refusal));
            here.show_again(&page, refusal)
        }
    }
}

async fn added(here: &Here, producer: ProducerId, form: &FormData) -> Result<Site> {
    let details = Details::read(&here.reader(), form, here.ground().clock.today()).await?;
    add(here.ground(), &here.actor, producer, &details).await
}
