//! `edit`: how a site is called, and in which commune it lies. Entries keep it under whatever name.

use axum::extract::Path;
use ground::actor::{PlaceId, ProducerId};
use ground::facts::News;
use ground::fold::fold;
use ground::{Actor, Ground, Refusal, Result};
use register::place;
use sea_orm::Set;
use web::{Answer, FormData, Here, Posted};

use super::form::{SiteForm, data, page};
use super::store::{ActiveModel, free, held, own};
use super::{CHANGED, Details, Site, SiteId};
use crate::book::Book;

/// Edits a site that the editor saw as `version`.
///
/// # Errors
/// `not-found`, `not-allowed`; `goods-name-taken` at `name`; `changed-meanwhile`.
pub async fn edit(
    ground: &Ground,
    actor: &Actor,
    (producer, id): (ProducerId, SiteId),
    version: i32,
    details: &Details,
) -> Result<Site> {
    let book = Book::of(ground, actor, producer).await?;
    let mut change = ground.change(actor, "keep-logbook", &book.resource).await?;
    let site = held(&change, producer, id).await?;
    if site.version != version {
        return Err(Refusal::conflict("changed-meanwhile"));
    }
    let folded = fold(&details.name);
    free(&change.reader(), producer, &folded, Some(id)).await?;
    let row = ActiveModel {
        id: Set(id),
        name: Set(details.name.clone()),
        folded: Set(folded),
        place_id: Set(kept_place(ground, &site, details.place).await?),
        version: Set(site.version + 1),
        ..Default::default()
    };
    let site = change.update(&site, row).await?;
    change.say("what", &site.name);
    change.tell(News::new(CHANGED, id, &producer)?);
    change.commit().await?;
    Ok(site)
}

// The form shows the commune of today; left as it is, the site keeps the place of its time.
async fn kept_place(ground: &Ground, site: &Site, typed: PlaceId) -> Result<PlaceId> {
    let home = place::home_today(&ground.reader(), site.place_id, ground.clock.today()).await?;
    Ok(if home.id == typed { site.place_id } else { typed })
}

/// `GET /goods/{producer}/sites/{site}`.
pub(super) async fn offer(here: Here, Path((producer, id)): Path<(ProducerId, SiteId)>) -> Answer {
    let (book, site) = kept(&here, producer, id).await?;
    let form = data(&here, &site.name, site.place_id).await?;
    here.show(&of(&here, &book, &site, &form, None))
}

/// `POST /goods/{producer}/sites/{site}`.
pub(super) async fn submit(
    here: Here,
    Path((producer, id)): Path<(ProducerId, SiteId)>,
    Posted(form): Posted,
) -> Answer {
    let (book, site) = kept(&here, producer, id).await?;
    let version = form.get("version").parse().unwrap_or_default();
    let edited = async {
        let details = Details::read(&here.reader(), &form, here.ground().clock.today()).await?;
        edit(here.ground(), &here.actor, (producer, id), version, &details).await
    };
    match edited.await {
        Ok(_) => here.done(&format!("{}/sites", book.href()), "goods-kept"),
        Err(refusal) => here.show_again(&of(&here, &book, &site, &form, Some(&refusal)), refusal),
    }
}

async fn kept(here: &Here, producer: ProducerId, id: SiteId) -> Result<(Book, Site)> {
    let book = Book::of(here.ground(), &here.actor, producer).await?;
    here.ground().access.require(&here.actor, "keep-logbook", &book.resource)?;
    let site = own(&here.reader(), producer, id).await?;
    Ok((book, site))
}

fn of(here: &Here, book: &Book, site: &Site, form: &FormData, refusal: Option<&Refusal>) -> SiteForm {
    let list = format!("{}/sites", book.href());
    page(here, book, Some(site), (format!("{list}/{}", site.id), list), form, refusal)
}
