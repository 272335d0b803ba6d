//! `edit`: what is written down of a product; a lost update is shown with both values.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, RefusalKind, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, Set};
use web::{Answer, FormData, Here, Posted};

use super::details::FIELDS;
use super::form::{About, data, distinct, page};
use super::store::{ActiveModel, Entity};
use super::{Details, Product, ProductId, changed, href, likeness, load, visible};
use crate::clash::clashes;
use crate::place;
use crate::producer;

/// Edits a product that the editor saw as `version`.
///
/// # Errors
/// `not-found`, `not-allowed`; `changed-meanwhile` when someone else edited it since; `register-looks-like-another`
/// at `distinct`.
pub async fn edit(
    ground: &Ground,
    actor: &Actor,
    id: ProductId,
    version: i32,
    details: &Details,
    distinct: &[ProductId],
) -> Result<Product> {
    let (seen, resource) = visible(ground, actor, id).await?;
    let today = ground.clock.today();
    let home = place::home_today(&ground.reader(), seen.place_id, today).await?;
    // The form shows the commune of today; left as it is, the record keeps the place of its time.
    let place = if home.id == details.place { seen.place_id } else { details.place };
    let mut change = ground.change(actor, "edit-product", &resource).await?;
    let before = Entity::find_by_id(id).lock_exclusive().one(&change.reader()).await?;
    let before = before.ok_or_else(Refusal::not_found)?;
    if before.version != version {
        return Err(Refusal::conflict("changed-meanwhile"));
    }
    let renamed =
        before.name != details.name || before.set_number != details.set_number || place != before.place_id;
    if renamed {
        let alike = likeness::alike(&change.reader(), before.producer_id, details, today, Some(id)).await?;
        likeness::confirmed(&alike, distinct)?;
    }
    let row = ActiveModel {
        id: Set(id),
        place_id: Set(place),
        version: Set(before.version + 1),
        ..details.columns()
    };
    let after = change.update(&before, row).await?;
    change.say("name", &after.name);
    change.tell(changed(&after)?);
    change.commit().await?;
    Ok(after)
}

/// `GET /register/products/{id}/edit`.
pub(super) async fn offer(here: Here, Path(id): Path<ProductId>) -> Answer {
    let product = permitted(&here, id).await?;
    let owner = producer::load(&here.reader(), product.producer_id).await?;
    let form = data(&here, &Details::of(&product)).await?;
    let about = About { producer: &owner, product: Some(&product), clashes: Vec::new() };
    here.show(&page(&here, about, &form, None).await?)
}

/// `POST /register/products/{id}/edit`.
pub(super) async fn submit(here: Here, Path(id): Path<ProductId>, Posted(form): Posted) -> Answer {
    permitted(&here, id).await?;
    let edited = async {
        let version = form.get("version").parse().unwrap_or(0);
        let details = Details::read(here.ground(), &here.reader(), &form).await?;
        edit(here.ground(), &here.actor, id, version, &details, &distinct(&form)).await
    };
    match edited.await {
        Ok(_) => here.done(&href(id), "product-edited"),
        Err(refusal) => again(&here, id, &form, refusal).await,
    }
}

async fn again(here: &Here, id: ProductId, form: &FormData, refusal: Refusal) -> Answer {
    let mut stored = load(&here.reader(), id).await?;
    let owner = producer::load(&here.reader(), stored.producer_id).await?;
    let mut differing = Vec::new();
    if refusal.kind == RefusalKind::Conflict {
        let yours = Details::read(here.ground(), &here.reader(), form).await?;
        let (theirs, yours) = (data(here, &Details::of(&stored)).await?, data(here, &yours).await?);
        differing = clashes(here, &FIELDS, &theirs, &yours);
    } else {
        // The editor still stands on the version they saw.
        stored.version = form.get("version").parse().unwrap_or(0);
    }
    let about = About { producer: &owner, product: Some(&stored), clashes: differing };
    let page = page(here, about, form, Some(&refusal)).await?;
    here.show_again(&page, refusal)
}

async fn permitted(here: &Here, id: ProductId) -> Result<Product> {
    let (product, resource) = visible(here.ground(), &here.actor, id).await?;
    here.ground().access.require(&here.actor, "edit-product", &resource)?;
    Ok(product)
}
