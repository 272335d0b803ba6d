//! The table of products.

use std::collections::HashMap;

use ground::actor::{PlaceId, ProducerId};
use ground::records::Recorded;
use ground::{Reader, Refusal, Result, id};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

id! {
    /// A product.
    ProductId
}

/// A product of one producer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "product")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProductId,
    /// Whose.
    pub producer_id: ProducerId,
    /// The product set, by its number in the decrees.
    pub set_number: i32,
    /// Name.
    pub name: String,
    /// The name folded for search.
    pub folded: String,
    /// How it is sold: "chai 500 ml".
    pub unit: Option<String>,
    /// Its story.
    pub story: Option<String>,
    /// The commune in which it is made, of the time of registration.
    pub place_id: PlaceId,
    /// `(T)-(X)-(STT)-yyyy` (QĐ 26/2026, Annex): province, commune, running number, year of evaluation.
    pub product_code: Option<String>,
    /// The commune whose running number it carries.
    pub code_place_id: Option<PlaceId>,
    /// The running number.
    pub code_number: Option<i32>,
    /// Rises with every edit.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "product";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// One product, whoever asks: for rooms that have checked access by their own record.
///
/// # Errors
/// There is none of that key.
pub async fn load(reader: &Reader<'_>, id: ProductId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// Several products by key.
///
/// # Errors
/// The records are away.
pub async fn load_all(reader: &Reader<'_>, ids: &[ProductId]) -> Result<HashMap<ProductId, Model>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The products of a producer, by name.
///
/// # Errors
/// The records are away.
pub async fn of_producer(reader: &Reader<'_>, producer: ProducerId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::ProducerId.eq(producer)).order_by_asc(Column::Folded);
    Ok(rows.all(reader).await?)
}

/// How many products each producer has; a producer without any is left out.
///
/// # Errors
/// The records are away.
pub(crate) async fn counts(
    reader: &Reader<'_>,
    producers: &[ProducerId],
) -> Result<HashMap<ProducerId, u64>> {
    if producers.is_empty() {
        return Ok(HashMap::new());
    }
    let counted: Vec<(ProducerId, i64)> = Entity::find()
        .select_only()
        .column(Column::ProducerId)
        .column_as(Column::Id.count(), "products")
        .filter(Column::ProducerId.is_in(producers.iter().copied()))
        .group_by(Column::ProducerId)
        .into_tuple()
        .all(reader)
        .await?;
    Ok(counted.into_iter().map(|(id, count)| (id, u64::try_from(count).unwrap_or_default())).collect())
}
