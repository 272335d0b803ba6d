//! The table of trade items.

use std::collections::HashMap;

use ground::actor::ProducerId;
use ground::records::Recorded;
use ground::{Reader, Refusal, Result, id};
use register::product::ProductId;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::{ItemCode, Unit};

id! {
    /// A trade item.
    TradeItemId
}

/// A trade item of one producer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "trade_item")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TradeItemId,
    /// Whose.
    pub producer_id: ProducerId,
    /// The product of the register that it is; none for a material.
    pub product_id: Option<ProductId>,
    /// Name.
    pub name: String,
    /// The name folded for search.
    pub folded: String,
    /// The unit it is usually counted in.
    pub unit: Unit,
    /// Sen's own key.
    pub code: ItemCode,
    /// The GTIN in 14 digits, where the producer has one.
    pub gtin: Option<String>,
    /// For how many days it keeps.
    pub shelf_life_days: Option<i32>,
    /// The standards and technical regulations applied (TT 02/2024).
    pub standards: Option<String>,
    /// Rises with every edit.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "trade-item";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// One trade item, whoever asks.
///
/// # Errors
/// There is none of that key.
pub async fn load(reader: &Reader<'_>, id: TradeItemId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// One of a producer's own; another's looks like none.
///
/// # Errors
/// `not-found`; the records are away.
pub async fn load_of(reader: &Reader<'_>, producer: ProducerId, id: TradeItemId) -> Result<Model> {
    let item = load(reader, id).await?;
    if item.producer_id == producer { Ok(item) } else { Err(Refusal::not_found()) }
}

/// Several by key.
///
/// # Errors
/// The records are away.
pub async fn load_all(reader: &Reader<'_>, ids: &[TradeItemId]) -> Result<HashMap<TradeItemId, Model>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The one with a key of Sen's own.
///
/// # Errors
/// The records are away.
pub async fn by_code(reader: &Reader<'_>, code: &ItemCode) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Code.eq(code.clone())).one(reader).await?)
}

/// The one with a GTIN of 14 digits.
///
/// # Errors
/// The records are away.
pub async fn by_gtin(reader: &Reader<'_>, gtin: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Gtin.eq(gtin)).one(reader).await?)
}

/// Those of a producer, by name.
///
/// # Errors
/// The records are away.
pub async fn of_producer(reader: &Reader<'_>, producer: ProducerId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::ProducerId.eq(producer)).order_by_asc(Column::Folded);
    Ok(rows.all(reader).await?)
}
