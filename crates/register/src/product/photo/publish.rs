//! `publish`, `withdraw`, `remove`: what the public sees of a product.

use axum::extract::Path;
use ground::{Actor, Change, Ground, Refusal, Result};
use people::consent;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use web::{Answer, Here, Posted};

use super::store::{ActiveModel, Entity, PhotoId};
use crate::producer;
use crate::product::{Product, ProductId, changed, href, visible};

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
/// `not-found`, `not-allowed`; `register-no-consent-to-publish` where nobody of the producer publishes and it has not
/// consented.
pub async fn take(
    ground: &Ground,
    actor: &Actor,
    product: ProductId,
    photo: PhotoId,
    step: Step,
) -> Result<()> {
    let (product, resource) = visible(ground, actor, product).await?;
    let mut change = ground.change(actor, "edit-photos", &resource).await?;
    if step == Step::Publish {
        consented(&change, actor, &product).await?;
    }
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

// A producer's own people publish as they like; anyone else by its recorded consent.
async fn consented(change: &Change, actor: &Actor, product: &Product) -> Result<()> {
    if actor.is_system || actor.producers().any(|own| own == product.producer_id) {
        return Ok(());
    }
    let given = consent::in_force(&change.reader(), product.producer_id, change.at().day()).await?;
    if given.iter().any(|given| given.scope.lets_publish()) {
        return Ok(());
    }
    let owner = producer::load(&change.reader(), product.producer_id).await?;
    let way_out = format!("{}/consents/new", producer::href(owner.id));
    Err(Refusal::wrong_state("register-no-consent-to-publish").with("name", owner.name).way_out(way_out))
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
