//! `add`: a new product of a producer.

use axum::extract::Query;
use ground::actor::ProducerId;
use ground::{Actor, Change, Ground, Lang, Refusal, Result};
use sea_orm::Set;
use serde::Deserialize;
use web::{Answer, FormData, Here, Posted};

use super::form::{About, distinct, page};
use super::store::ActiveModel;
use super::{Details, Product, ProductId, changed, href, likeness};
use crate::place;
use crate::producer::{self, Producer};

/// Adds a product. `distinct` names the look-alikes that were seen and are others.
///
/// # Errors
/// `not-found`, `not-allowed`; `register-looks-like-another` at `distinct`.
pub async fn add(
    ground: &Ground,
    actor: &Actor,
    producer: ProducerId,
    details: &Details,
    distinct: &[ProductId],
) -> Result<Product> {
    let (producer, resource) = producer::visible(ground, actor, producer).await?;
    let mut change = ground.change(actor, "add-product", &resource).await?;
    let product = insert(&mut change, producer.id, details, distinct).await?;
    change.say("name", &product.name);
    change.commit().await?;
    Ok(product)
}

/// The row of a new product, within an open change.
pub(crate) async fn insert(
    change: &mut Change,
    producer: ProducerId,
    details: &Details,
    distinct: &[ProductId],
) -> Result<Product> {
    let alike = likeness::alike(&change.reader(), producer, details, change.at().day(), None).await?;
    likeness::confirmed(&alike, distinct)?;
    let row = ActiveModel {
        id: Set(change.new_id()),
        producer_id: Set(producer),
        product_code: Set(None),
        code_place_id: Set(None),
        code_number: Set(None),
        version: Set(1),
        ..details.columns()
    };
    let product = change.insert(row).await?;
    change.tell(changed(&product)?);
    Ok(product)
}

/// Whose product it is to be.
#[derive(Deserialize)]
pub(super) struct Of {
    producer: ProducerId,
}

/// `GET /register/products/new?producer=…`.
pub(super) async fn offer(here: Here, Query(of): Query<Of>) -> Answer {
    let producer = permitted(&here, of.producer).await?;
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let home = place::home_today(&reader, producer.place_id, today).await?;
    let form = FormData::of([("place", place::full_name(&reader, home.id, Lang::Vi).await?)]);
    here.show(&page(&here, about(&producer), &form, None).await?)
}

/// `POST /register/products/new?producer=…`.
pub(super) async fn submit(here: Here, Query(of): Query<Of>, Posted(form): Posted) -> Answer {
    let producer = permitted(&here, of.producer).await?;
    let added = async {
        let details = Details::read(here.ground(), &here.reader(), &form).await?;
        add(here.ground(), &here.actor, producer.id, &details, &distinct(&form)).await
    };
    match added.await {
        Ok(product) => here.done(&href(product.id), "product-added"),
        Err(refusal) => {
            let page = page(&here, about(&producer), &form, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}

fn about(producer: &Producer) -> About<'_> {
    About { producer, product: None, clashes: Vec::new() }
}

async fn permitted(here: &Here, id: ProducerId) -> Result<Producer, Refusal> {
    let (producer, resource) = producer::visible(here.ground(), &here.actor, id).await?;
    here.ground().access.require(&here.actor, "add-product", &resource)?;
    Ok(producer)
}
