//! What became of a place.

use ground::actor::PlaceId;
use ground::records::Recorded;
use ground::{Day, Reader, Result, id};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

id! {
    /// A succession.
    SuccessionId
}

/// One place took over from another on a day, whole or in part.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "succession")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SuccessionId,
    /// The place that ended.
    pub predecessor_id: PlaceId,
    /// The place that took over.
    pub successor_id: PlaceId,
    /// When.
    pub on_day: Day,
    /// Of several successors, the one where records of the old place are at home today.
    pub is_main: bool,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "succession";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// What took over from these places, the main successor of each first.
///
/// # Errors
/// The records are away.
pub async fn from(reader: &Reader<'_>, places: &[PlaceId]) -> Result<Vec<Model>> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find().filter(Column::PredecessorId.is_in(places.iter().copied()));
    Ok(rows.order_by_desc(Column::IsMain).order_by_asc(Column::Id).all(reader).await?)
}

/// What these places took over from.
///
/// # Errors
/// The records are away.
pub async fn into(reader: &Reader<'_>, places: &[PlaceId]) -> Result<Vec<Model>> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find().filter(Column::SuccessorId.is_in(places.iter().copied()));
    Ok(rows.order_by_asc(Column::Id).all(reader).await?)
}
