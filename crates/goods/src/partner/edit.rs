//! `edit`: how a partner is called and reached, and which producer of the register it is.

use axum::extract::Path;
use ground::actor::ProducerId;
use ground::fold::fold;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use web::{Answer, Here, Posted};

use super::form::{candidates, data, page};
use super::store::{ActiveModel, Column, Entity};
use super::{Details, Partner, PartnerId};
use crate::book::Book;

async fn own(ground: &Ground, producer: ProducerId, id: PartnerId) -> Result<Partner> {
    let found = Entity::find_by_id(id).one(&ground.reader()).await?;
    found.filter(|partner| partner.producer_id == producer).ok_or_else(Refusal::not_found)
}

/// Writes how a partner is called and reached.
///
/// # Errors
/// `not-found`, `not-allowed`; `goods-name-taken` at `name`; `goods-no-such-producer` at `known`, where the name is not
/// that of the producer; `changed-meanwhile`.
pub async fn edit(
    ground: &Ground,
    actor: &Actor,
    (producer, id): (ProducerId, PartnerId),
    version: i32,
    details: &Details,
) -> Result<Partner> {
    let book = Book::of(ground, actor, producer).await?;
    let mut change = ground.change(actor, "keep-logbook", &book.resource).await?;
    let partner = own(ground, producer, id).await?;
    if partner.version != version {
        return Err(Refusal::conflict("changed-meanwhile"));
    }
    let folded = fold(&details.name);
    let same = Entity::find()
        .filter(Column::ProducerId.eq(producer))
        .filter(Column::Folded.eq(&folded))
        .filter(Column::Id.ne(id));
    if same.one(&change.reader()).await?.is_some() {
        return Err(Refusal::field("name", "goods-name-taken"));
    }
    if let Some(known) = details.known {
        let found = candidates(&change.reader(), producer, &partner, &details.name).await?;
        if found.iter().all(|one| one.id != known) {
            return Err(Refusal::field("known", "goods-no-such-producer"));
        }
    }
    let row = ActiveModel {
        id: Set(id),
        name: Set(details.name.clone()),
        folded: Set(folded),
        phone: Set(details.phone.clone()),
        email: Set(details.email.clone()),
        address: Set(details.address.clone()),
        known_producer_id: Set(details.known),
        version: Set(partner.version + 1),
        ..Default::default()
    };
    let partner = change.update(&partner, row).await?;
    change.say("what", &partner.name);
    change.commit().await?;
    Ok(partner)
}

/// `GET /goods/{producer}/partners/{partner}`.
pub(super) async fn offer(here: Here, Path((producer, id)): Path<(ProducerId, PartnerId)>) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let partner = own(here.ground(), producer, id).await?;
    here.show(&page(&here, &book, &partner, &data(&partner), None).await?)
}

/// `POST /goods/{producer}/partners/{partner}`.
pub(super) async fn submit(
    here: Here,
    Path((producer, id)): Path<(ProducerId, PartnerId)>,
    Posted(form): Posted,
) -> Answer {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    let partner = own(here.ground(), producer, id).await?;
    let version = form.get("version").parse().unwrap_or_default();
    let edited = async {
        let details = Details::read(&form)?;
        edit(here.ground(), &here.actor, (producer, id), version, &details).await
    };
    match edited.await {
        Ok(_) => here.done(&format!("{}/partners", book.href()), "goods-kept"),
        Err(refusal) => {
            let page = page(&here, &book, &partner, &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}
