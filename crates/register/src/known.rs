//! All that the register knows by name, for rooms that speak of goods, makers and places by address.
//!
//! Names alone: of a maker neither phone nor representative.

use ground::actor::{PlaceId, ProducerId};
use ground::{Day, Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{ExprTrait, FromQueryResult, QuerySelect};

use crate::place::{homes, store as places};
use crate::producer::store as producers;
use crate::product::store::{self as products, ProductId};

/// A place that stands.
#[derive(Clone, Debug, FromQueryResult)]
pub struct KnownPlace {
    /// Its key.
    pub id: PlaceId,
    /// Its name without its kind.
    pub name: String,
    /// The place it belongs to.
    pub parent_id: Option<PlaceId>,
}

/// A maker.
#[derive(Clone, Debug, FromQueryResult)]
pub struct KnownProducer {
    /// Its key.
    pub id: ProducerId,
    /// Its name.
    pub name: String,
    /// Its commune of that day.
    pub place_id: PlaceId,
}

/// A product.
#[derive(Clone, Debug, FromQueryResult)]
pub struct KnownProduct {
    /// Its key.
    pub id: ProductId,
    /// Its name.
    pub name: String,
    /// Whose.
    pub producer_id: ProducerId,
}

/// What there is on a day.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Places that stand.
    pub places: Vec<KnownPlace>,
    /// Makers.
    pub producers: Vec<KnownProducer>,
    /// Products.
    pub products: Vec<KnownProduct>,
}

/// Reads all of it.
///
/// # Errors
/// The records are away.
pub async fn known(reader: &Reader<'_>, day: Day) -> Result<Known> {
    use places::Column as Place;
    use producers::Column as Producer;
    use products::Column as Product;
    let standing = places::Entity::find()
        .select_only()
        .columns([Place::Id, Place::Name, Place::ParentId])
        .filter(Place::From.lte(day))
        .filter(Place::Until.is_null().or(Place::Until.gt(day)));
    let makers =
        producers::Entity::find().select_only().columns([Producer::Id, Producer::Name, Producer::PlaceId]);
    let goods =
        products::Entity::find().select_only().columns([Product::Id, Product::Name, Product::ProducerId]);
    let mut producers: Vec<KnownProducer> = makers.into_model().all(reader).await?;
    let at: Vec<PlaceId> = producers.iter().map(|producer| producer.place_id).collect();
    let homes = homes(reader, &at, day).await?;
    for producer in &mut producers {
        producer.place_id = homes.get(&producer.place_id).copied().unwrap_or(producer.place_id);
    }
    let (places, products) =
        (standing.into_model().all(reader).await?, goods.into_model().all(reader).await?);
    Ok(Known { places, producers, products })
}
