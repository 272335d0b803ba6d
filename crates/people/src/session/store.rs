//! The sessions' SQL.

use ground::actor::UserId;
use ground::records::Records;
use ground::{Change, Instant, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{QueryOrder, QuerySelect, Set};

use super::model::{ActiveModel, Column, Entity, Model, SessionId, ends_at, seen};
use crate::account::AccountRow;

/// Most live sessions of one account that are listed.
const LISTED: u64 = 100;

/// A session with when it was last used.
#[derive(Clone, Debug)]
pub(crate) struct Live {
    pub session: Model,
    pub seen_at: Instant,
}

impl Live {
    /// Whether it opens anything at an instant.
    pub fn is_live(&self, now: Instant, idle_seconds: u32) -> bool {
        self.session.ended_at.is_none() && now < ends_at(self.session.opened_at, self.seen_at, idle_seconds)
    }
}

pub(super) async fn by_hash(reader: &Reader<'_>, hash: &str) -> Result<Option<(Live, AccountRow)>> {
    let Some(session) = Entity::find().filter(Column::TokenHash.eq(hash)).one(reader).await? else {
        return Ok(None);
    };
    let seen = seen::Entity::find_by_id(session.id).one(reader).await?;
    let account = crate::account::find(reader, session.account_id).await?;
    let seen_at = seen.map_or(session.opened_at, |seen| seen.seen_at);
    Ok(Some((Live { session, seen_at }, account)))
}

/// The live sessions of an account, the newest first.
pub(crate) async fn live_of(
    reader: &Reader<'_>,
    account: UserId,
    now: Instant,
    idle_seconds: u32,
) -> Result<Vec<Live>> {
    let oldest = now.plus_seconds(-super::ABSOLUTE_SECONDS);
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::OpenedAt.gt(oldest))
        .filter(Column::EndedAt.is_null())
        .order_by_desc(Column::OpenedAt)
        .limit(LISTED)
        .all(reader)
        .await?;
    let ids: Vec<SessionId> = rows.iter().map(|row| row.id).collect();
    let seen = seen::Entity::find().filter(seen::Column::SessionId.is_in(ids)).all(reader).await?;
    let lives = rows.into_iter().map(|session| {
        let seen_at =
            seen.iter().find(|s| s.session_id == session.id).map_or(session.opened_at, |s| s.seen_at);
        Live { session, seen_at }
    });
    Ok(lives.filter(|live| live.is_live(now, idle_seconds)).collect())
}

pub(super) async fn find(reader: &Reader<'_>, id: SessionId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

pub(super) async fn insert(change: &mut Change, row: ActiveModel) -> Result<Model> {
    change.insert(row).await
}

/// Ends one session.
pub(super) async fn end(change: &mut Change, session: &Model) -> Result<()> {
    let row = ActiveModel { id: Set(session.id), ended_at: Set(Some(change.at())), ..Default::default() };
    change.update(session, row).await?;
    Ok(())
}

/// Ends every session of an account that may still be live, but one; returns how many.
pub(crate) async fn end_all(change: &mut Change, account: UserId, but: Option<SessionId>) -> Result<usize> {
    let oldest = change.at().plus_seconds(-super::ABSOLUTE_SECONDS);
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::OpenedAt.gt(oldest))
        .filter(Column::EndedAt.is_null())
        .all(&change.reader())
        .await?;
    let mut ended = 0;
    for row in rows.iter().filter(|row| Some(row.id) != but) {
        end(change, row).await?;
        ended += 1;
    }
    Ok(ended)
}

/// Notes that a session was used.
pub(super) async fn touch(records: &Records, id: SessionId, at: Instant) -> Result<()> {
    let row = seen::ActiveModel { session_id: Set(id), seen_at: Set(at) };
    let later = OnConflict::column(seen::Column::SessionId).update_column(seen::Column::SeenAt).to_owned();
    records.tend(row, later).await?;
    Ok(())
}
