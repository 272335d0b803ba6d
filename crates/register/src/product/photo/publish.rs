//! `publish`, `withdraw`, `remove`: what the public sees of a product.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use web::{Answer, Here, Posted};

use super::store::{ActiveModel, Entity, PhotoId};
use crate::product::{ProductId, changed, href, visible};

/// What is done with a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The public may see it.
    Publish,
    /// The public may not see it any more.
    Withdraw,
    /// It is taken away.
    Remove,
}

/// Takes a step with a photo.
///
/// # Errors
/// `not-found`, `not-allowed`.
pub async fn take(
    ground: &Ground,
    actor: &Actor,
    product: ProductId,
    photo: PhotoId,
    step: Step,
) -> Result<()> {
    let (product, resource) = visible(ground, actor, product).await?;
    let mut change = ground.change(actor, "edit-photos", &resource).await?;
    let before = Entity::find_by_id(photo).one(&change.reader()).await?;
    let before = before.filter(|row| row.product_id == product.id && row.removed_at.is_none());
    let before = before.ok_or_else(Refusal::not_found)?;
    let mut row = ActiveModel { id: Set(photo), ..Default::default() };
    row.is_published = Set(step == Step::Publish);
    if step == Step::Remove {
        row.removed_at = Set(Some(change.at()));
    }
    change.update(&before, row).await?;
    let word = match step {
        Step::Publish => "published",
        Step::Withdraw => "withdrawn",
        Step::Remove => "removed",
    };
    change.say("step", word);
    change.say("count", 1);
    change.tell(changed(&product)?);
    change.commit().await
}

async fn taken(here: &Here, id: ProductId, photo: PhotoId, step: Step, said: &str) -> Answer {
    take(here.ground(), &here.actor, id, photo, step).await?;
    here.done(&href(id), said)
}

/// `POST /register/products/{id}/photos/{photo}/publish`.
pub(in crate::product) async fn publish(
    here: Here,
    Path((id, photo)): Path<(ProductId, PhotoId)>,
    Posted(_): Posted,
) -> Answer {
    taken(&here, id, photo, Step::Publish, "photo-published").await
}

/// `POST /register/products/{id}/photos/{photo}/withdraw`.
pub(in crate::product) async fn withdraw(
    here: Here,
    Path((id, photo)): Path<(ProductId, PhotoId)>,
    Posted(_): Posted,
) -> Answer {
    taken(&here, id, photo, Step::Withdraw, "photo-withdrawn").await
}

/// `POST /register/products/{id}/photos/{photo}/remove`.
pub(in crate::product) async fn remove(
    here: Here,
    Path((id, photo)): Path<(ProductId, PhotoId)>,
    Posted(_): Posted,
) -> Answer {
    taken(&here, id, photo, Step::Remove, "photo-removed").await
}
