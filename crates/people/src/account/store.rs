//! The accounts' SQL.

use std::collections::HashMap;

use ground::actor::{PlaceId, UserId};
use ground::{Change, Day, Instant, Reader, Refusal, Result, Role};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect, Set};

use super::model::{ActiveModel, Column, Entity, Model};
use crate::role;

/// Most people offered in one list of holders.
const HOLDERS: u64 = 200;

/// An account by key.
///
/// # Errors
/// There is none.
pub async fn find(reader: &Reader<'_>, id: UserId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// An account by login, however it is typed.
///
/// # Errors
/// The records are away.
pub async fn by_login(reader: &Reader<'_>, login: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Login.eq(login.trim().to_lowercase())).one(reader).await?)
}

/// The name of an account.
///
/// # Errors
/// The records are away.
pub async fn name_of(reader: &Reader<'_>, id: UserId) -> Result<Option<String>> {
    Ok(Entity::find_by_id(id).one(reader).await?.map(|account| account.name))
}

/// The names of several accounts, in one query.
///
/// # Errors
/// The records are away.
pub async fn names(reader: &Reader<'_>, ids: &[UserId]) -> Result<HashMap<UserId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids.iter().copied()))
        .into_tuple::<(UserId, String)>()
        .all(reader)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Who holds a role today in any of these places, by name.
///
/// # Errors
/// The records are away.
pub async fn holders(
    reader: &Reader<'_>,
    role: Role,
    places: &[PlaceId],
    today: Day,
) -> Result<Vec<(UserId, String)>> {
    let ids = role::held_in(reader, role, places, today).await?;
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids))
        .filter(Column::DisabledAt.is_null())
        .order_by_asc(Column::Folded)
        .limit(HOLDERS)
        .into_tuple()
        .all(reader)
        .await?;
    Ok(rows)
}

/// One page of accounts whose name or login holds the text, with how many there are.
pub(super) async fn search(
    reader: &Reader<'_>,
    text: &str,
    offset: u64,
    rows: u64,
) -> Result<(Vec<Model>, u64)> {
    let mut wanted = Condition::all();
    if !text.is_empty() {
        let either = Condition::any()
            .add(Column::Folded.contains(ground::fold::fold(text)))
            .add(Column::Login.contains(text.to_lowercase()));
        wanted = wanted.add(either);
    }
    let found = Entity::find().filter(wanted);
    let total = found.clone().count(reader).await?;
    let page = found
        .order_by_asc(Column::Folded)
        .order_by_asc(Column::Id)
        .offset(offset)
        .limit(rows)
        .all(reader)
        .await?;
    Ok((page, total))
}

pub(super) async fn insert(change: &mut Change, row: ActiveModel) -> Result<Model> {
    change.insert(row).await
}

/// Puts another password in place; a one-time one until an instant.
pub(crate) async fn set_password(
    change: &mut Change,
    account: &Model,
    hash: String,
    one_time_until: Option<Instant>,
) -> Result<Model> {
    let row = ActiveModel { password_hash: Set(hash), one_time_until: Set(one_time_until), ..next(account) };
    change.update(account, row).await
}

/// Closes the account, or opens it again.
pub(super) async fn set_disabled(change: &mut Change, account: &Model, at: Option<Instant>) -> Result<Model> {
    let row = ActiveModel { disabled_at: Set(at), ..next(account) };
    change.update(account, row).await
}

/// Keeps the language.
pub(crate) async fn set_language(change: &mut Change, account: &Model, lang: ground::Lang) -> Result<Model> {
    let row = ActiveModel { lang: Set(lang.tag().to_owned()), ..next(account) };
    change.update(account, row).await
}

/// Notes that the account's standing changed: kept actors of it are old from the commit on, in every process.
pub(crate) async fn bump(change: &mut Change, id: UserId) -> Result<Model> {
    let account = find(&change.reader(), id).await?;
    let row = next(&account);
    change.update(&account, row).await
}

fn next(account: &Model) -> ActiveModel {
    ActiveModel { id: Set(account.id), version: Set(account.version.wrapping_add(1)), ..Default::default() }
}
