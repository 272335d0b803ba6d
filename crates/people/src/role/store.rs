//! The held roles' SQL.

use ground::actor::{PlaceId, UserId};
use ground::{Change, Day, Reader, Refusal, Result, Role};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect, Set};

use super::model::{ActiveModel, Column, Entity, Model, RoleHeldId};

/// Most roles read for one page of accounts.
const ROLES: u64 = 2_000;

/// All roles an account holds, held or will hold, newest first.
///
/// # Errors
/// The records are away.
pub async fn of_account(reader: &Reader<'_>, account: UserId) -> Result<Vec<Model>> {
    of_accounts(reader, &[account]).await
}

/// The roles of several accounts, in one query.
///
/// # Errors
/// The records are away.
pub async fn of_accounts(reader: &Reader<'_>, accounts: &[UserId]) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::AccountId.is_in(accounts.iter().copied()))
        .order_by_desc(Column::FromDay)
        .order_by_desc(Column::Id)
        .limit(ROLES)
        .all(reader)
        .await?;
    Ok(rows)
}

/// The accounts that hold a role on a day in any of these places.
///
/// # Errors
/// The records are away.
pub async fn held_in(reader: &Reader<'_>, role: Role, places: &[PlaceId], day: Day) -> Result<Vec<UserId>> {
    let open = Condition::any().add(Column::UntilDay.is_null()).add(Column::UntilDay.gt(day));
    let ids = Entity::find()
        .select_only()
        .column(Column::AccountId)
        .filter(Column::Role.eq(role))
        .filter(Column::PlaceId.is_in(places.iter().copied()))
        .filter(Column::FromDay.lte(day))
        .filter(open)
        .limit(ROLES)
        .into_tuple()
        .all(reader)
        .await?;
    Ok(ids)
}

pub(super) async fn find(reader: &Reader<'_>, account: UserId, id: RoleHeldId) -> Result<Model> {
    let row = Entity::find_by_id(id).filter(Column::AccountId.eq(account)).one(reader).await?;
    row.ok_or_else(Refusal::not_found)
}

pub(super) async fn insert(change: &mut Change, row: ActiveModel) -> Result<Model> {
    change.insert(row).await
}

pub(super) async fn set_until(change: &mut Change, held: &Model, until: Day) -> Result<Model> {
    let row = ActiveModel { id: Set(held.id), until_day: Set(Some(until)), ..Default::default() };
    change.update(held, row).await
}
