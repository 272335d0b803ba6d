//! The keys' SQL.

use ground::{Change, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};

use super::model::{ActiveModel, Column, Entity, KeyId, Model};

/// Most keys listed.
const LISTED: u64 = 500;

pub(super) async fn find(reader: &Reader<'_>, id: KeyId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

pub(super) async fn by_hash(reader: &Reader<'_>, hash: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::TokenHash.eq(hash)).one(reader).await?)
}

pub(super) async fn all(reader: &Reader<'_>) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_desc(Column::CreatedAt).limit(LISTED).all(reader).await?)
}

pub(super) async fn insert(change: &mut Change, row: ActiveModel) -> Result<Model> {
    change.insert(row).await
}

pub(super) async fn set_revoked(change: &mut Change, key: &Model) -> Result<Model> {
    let row = ActiveModel { id: Set(key.id), revoked_at: Set(Some(change.at())), ..Default::default() };
    change.update(key, row).await
}
