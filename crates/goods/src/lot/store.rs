//! The table of lots.

use std::collections::HashMap;

use ground::actor::ProducerId;
use ground::records::Recorded;
use ground::{Day, Instant, Reader, Refusal, Result, id};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::LotCode;
use crate::item::TradeItemId;

id! {
    /// A lot.
    LotId
}

/// A lot of a trade item.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "lot")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LotId,
    /// What it is of.
    pub trade_item_id: TradeItemId,
    /// Whose trade item it is of.
    pub producer_id: ProducerId,
    /// Its number.
    pub code: LotCode,
    /// Its URI in events; what it was called when it was first logged, it stays.
    pub uri: String,
    /// The day it was made.
    pub made_on: Option<Day>,
    /// The day it expires.
    pub expires_on: Option<Day>,
    /// When it was first logged.
    pub created_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "lot";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// One lot, whoever asks.
///
/// # Errors
/// There is none of that key.
pub async fn load(reader: &Reader<'_>, id: LotId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// Several by key.
///
/// # Errors
/// The records are away.
pub async fn load_all(reader: &Reader<'_>, ids: &[LotId]) -> Result<HashMap<LotId, Model>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The lot of a trade item with a number.
///
/// # Errors
/// The records are away.
pub async fn by_code(reader: &Reader<'_>, item: TradeItemId, code: &LotCode) -> Result<Option<Model>> {
    let found = Entity::find().filter(Column::TradeItemId.eq(item)).filter(Column::Code.eq(code.clone()));
    Ok(found.one(reader).await?)
}

/// The lot that events call so.
///
/// # Errors
/// The records are away.
pub async fn by_uri(reader: &Reader<'_>, uri: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Uri.eq(uri)).one(reader).await?)
}

/// Those that events call so, by their URIs.
///
/// # Errors
/// The records are away.
pub async fn by_uris(reader: &Reader<'_>, uris: &[String]) -> Result<HashMap<String, Model>> {
    let mut found = HashMap::new();
    for some in uris.chunks(500) {
        let rows = Entity::find().filter(Column::Uri.is_in(some)).all(reader).await?;
        found.extend(rows.into_iter().map(|row| (row.uri.clone(), row)));
    }
    Ok(found)
}

/// The numbers of a producer's lots that begin so.
///
/// # Errors
/// The records are away.
pub(crate) async fn numbers_beginning(
    reader: &Reader<'_>,
    producer: ProducerId,
    beginning: &str,
) -> Result<Vec<LotCode>> {
    let rows = Entity::find()
        .filter(Column::ProducerId.eq(producer))
        .filter(Column::Code.starts_with(beginning))
        .all(reader)
        .await?;
    Ok(rows.into_iter().map(|row| row.code).collect())
}
