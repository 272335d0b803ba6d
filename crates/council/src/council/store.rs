//! Reading councils and their rules.

use ground::actor::{PlaceId, UserId};
use ground::{Actor, Reader, Refusal, Result, Role};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{Condition, QueryOrder, QuerySelect};

use super::{Council, CouncilId, CouncilRules, CouncilRulesId, row, rules_row};
use crate::seat;

/// Most councils in one list.
const LIST: u64 = 200;

/// A council.
///
/// # Errors
/// `not-found`.
pub async fn load(reader: &Reader<'_>, id: CouncilId) -> Result<Council> {
    row::Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// The rules of procedure in force.
///
/// # Errors
/// `not-found`.
pub async fn rules_now(reader: &Reader<'_>, id: CouncilId) -> Result<CouncilRules> {
    let newest = rules_row::Entity::find()
        .filter(rules_row::Column::CouncilId.eq(id))
        .order_by_desc(rules_row::Column::N);
    newest.one(reader).await?.ok_or_else(Refusal::not_found)
}

/// One version of the rules.
///
/// # Errors
/// `not-found`.
pub async fn rules(reader: &Reader<'_>, id: CouncilRulesId) -> Result<CouncilRules> {
    rules_row::Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// The councils an actor may see, newest first.
///
/// # Errors
/// The records are away.
pub async fn visible(reader: &Reader<'_>, actor: &Actor) -> Result<Vec<Council>> {
    let Some(user) = actor.user else { return Ok(Vec::new()) };
    let roles = [Role::Secretary, Role::Officer, Role::Leader];
    let places: Vec<_> = roles.into_iter().flat_map(|role| actor.places_as(role)).collect();
    let any = Condition::any()
        .add(row::Column::PlaceId.is_in(places))
        .add(row::Column::Id.in_subquery(sat_in(user)));
    let found = row::Entity::find().filter(any).order_by_desc(row::Column::FoundedAt).limit(LIST);
    Ok(found.all(reader).await?)
}

/// The councils of a place that score at a level, newest first.
pub(crate) async fn of_place(reader: &Reader<'_>, place: PlaceId, level: &str) -> Result<Vec<Council>> {
    let found =
        row::Entity::find().filter(row::Column::PlaceId.eq(place)).filter(row::Column::Level.eq(level));
    Ok(found.order_by_desc(row::Column::FoundedAt).limit(LIST).all(reader).await?)
}

/// The councils an account has a seat in.
pub(crate) fn sat_in(user: UserId) -> sea_orm::sea_query::SelectStatement {
    Query::select()
        .column(seat::row::Column::CouncilId)
        .from(seat::row::Entity)
        .and_where(seat::row::Column::AccountId.eq(user))
        .to_owned()
}
