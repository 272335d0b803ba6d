//! The table of sites.

use std::collections::HashMap;

use ground::actor::{PlaceId, ProducerId};
use ground::records::Recorded;
use ground::{Change, Reader, Refusal, Result, id};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

id! {
    /// A site.
    SiteId
}

/// A site of one producer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "site")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SiteId,
    /// Whose.
    pub producer_id: ProducerId,
    /// Name.
    pub name: String,
    /// The name folded.
    pub folded: String,
    /// The commune it lies in.
    pub place_id: PlaceId,
    /// Rises with every edit.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "site";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// One of a producer.
///
/// # Errors
/// The producer has no such site; the records are away.
pub(super) async fn own(reader: &Reader<'_>, producer: ProducerId, id: SiteId) -> Result<Model> {
    let found = Entity::find_by_id(id).filter(Column::ProducerId.eq(producer)).one(reader).await?;
    found.ok_or_else(Refusal::not_found)
}

/// The same, held for this change.
///
/// # Errors
/// The producer has no such site; the records are away.
pub(super) async fn held(change: &Change, producer: ProducerId, id: SiteId) -> Result<Model> {
    Entity::find_by_id(id).lock_exclusive().one(&change.reader()).await?;
    own(&change.reader(), producer, id).await
}

/// Refuses a name that another site of the producer has.
///
/// # Errors
/// `goods-name-taken` at `name`; the records are away.
pub(super) async fn free(
    reader: &Reader<'_>,
    producer: ProducerId,
    folded: &str,
    but: Option<SiteId>,
) -> Result<()> {
    let same = by_name(reader, producer, folded).await?.filter(|site| Some(site.id) != but);
    if same.is_some() { Err(Refusal::field("name", "goods-name-taken")) } else { Ok(()) }
}

/// The one of a producer that is called so.
///
/// # Errors
/// The records are away.
pub(super) async fn by_name(
    reader: &Reader<'_>,
    producer: ProducerId,
    folded: &str,
) -> Result<Option<Model>> {
    let of = Entity::find().filter(Column::ProducerId.eq(producer)).filter(Column::Folded.eq(folded));
    Ok(of.one(reader).await?)
}

/// Several by key.
///
/// # Errors
/// The records are away.
pub async fn load_all(reader: &Reader<'_>, ids: &[SiteId]) -> Result<HashMap<SiteId, Model>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Those of a producer, by name.
///
/// # Errors
/// The records are away.
pub async fn of_producer(reader: &Reader<'_>, producer: ProducerId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::ProducerId.eq(producer)).order_by_asc(Column::Folded);
    Ok(rows.all(reader).await?)
}
