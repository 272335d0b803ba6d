//! The consents' SQL.

use ground::actor::{ConsentId, ProducerId, UserId};
use ground::{Change, Day, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};

use super::model::{ActiveModel, Column, Entity, Model};

/// Most consents of one list.
const LISTED: u64 = 500;

/// A consent by key.
///
/// # Errors
/// There is none.
pub async fn find(reader: &Reader<'_>, id: ConsentId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// The consents of a producer that hold on a day.
///
/// # Errors
/// The records are away.
pub async fn in_force(reader: &Reader<'_>, producer: ProducerId, day: Day) -> Result<Vec<Model>> {
    let rows = on(day).filter(Column::ProducerId.eq(producer)).all(reader).await?;
    Ok(rows)
}

/// The consents that an account holds on a day.
///
/// # Errors
/// The records are away.
pub async fn held_by(reader: &Reader<'_>, account: UserId, day: Day) -> Result<Vec<Model>> {
    let rows = on(day).filter(Column::AccountId.eq(account)).all(reader).await?;
    Ok(rows)
}

/// All consents a producer ever gave, newest first.
///
/// # Errors
/// The records are away.
pub async fn of_producer(reader: &Reader<'_>, producer: ProducerId) -> Result<Vec<Model>> {
    let rows = newest().filter(Column::ProducerId.eq(producer)).all(reader).await?;
    Ok(rows)
}

/// All consents ever given to an account, newest first.
pub(super) async fn of_account(reader: &Reader<'_>, account: UserId) -> Result<Vec<Model>> {
    let rows = newest().filter(Column::AccountId.eq(account)).all(reader).await?;
    Ok(rows)
}

fn newest() -> Select<Entity> {
    Entity::find().order_by_desc(Column::GivenOn).order_by_desc(Column::Id).limit(LISTED)
}

fn on(day: Day) -> Select<Entity> {
    newest()
        .filter(Column::WithdrawnOn.is_null())
        .filter(Column::GivenOn.lte(day))
        .filter(Column::ExpiresOn.gte(day))
}

pub(super) async fn insert(change: &mut Change, row: ActiveModel) -> Result<Model> {
    change.insert(row).await
}

pub(super) async fn set_withdrawn(change: &mut Change, consent: &Model, on: Day) -> Result<Model> {
    let row = ActiveModel { id: Set(consent.id), withdrawn_on: Set(Some(on)), ..Default::default() };
    change.update(consent, row).await
}
