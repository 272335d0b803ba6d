//! Reading and writing applications.

use ground::actor::PlaceId;
use ground::{Actor, Change, Reader, Refusal, Result, Role};
use register::product::ProductId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{Condition, QueryOrder, QuerySelect};

use super::model::Stage;
use super::row::{Column, Entity};
use super::{Application, ApplicationId, place_row, step_row};

/// Most applications on one agenda.
const AGENDA: u64 = 500;
/// Stages in which advisory teams and councils have a dossier before them.
pub(crate) const UNDER_REVIEW: [Stage; 5] =
    [Stage::Advisory, Stage::Council, Stage::Decision, Stage::Centre, Stage::Closed];

/// An application.
///
/// # Errors
/// `not-found`.
pub async fn load(reader: &Reader<'_>, id: ApplicationId) -> Result<Application> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// An application, held against others who write it until the change ends.
pub(crate) async fn locked(change: &Change, id: ApplicationId) -> Result<Application> {
    let found = Entity::find_by_id(id).lock_exclusive().one(&change.reader()).await?;
    found.ok_or_else(Refusal::not_found)
}

/// Where an application stands.
///
/// # Errors
/// `not-found`.
pub async fn stage(reader: &Reader<'_>, id: ApplicationId) -> Result<Stage> {
    Ok(load(reader, id).await?.stage)
}

/// Its history, oldest first.
///
/// # Errors
/// The records are away.
pub async fn history(reader: &Reader<'_>, id: ApplicationId) -> Result<Vec<step_row::Model>> {
    let rows = step_row::Entity::find()
        .filter(step_row::Column::ApplicationId.eq(id))
        .order_by_asc(step_row::Column::N);
    Ok(rows.all(reader).await?)
}

/// The applications of a product, newest first.
///
/// # Errors
/// The records are away.
pub async fn of_product(reader: &Reader<'_>, product: ProductId) -> Result<Vec<Application>> {
    let rows = Entity::find().filter(Column::ProductId.eq(product)).order_by_desc(Column::OpenedOn);
    Ok(rows.order_by_desc(Column::Id).all(reader).await?)
}

/// The applications that a council of a place may put on its agenda, those that wait longest first.
///
/// # Errors
/// The records are away.
pub async fn ready_for_council(reader: &Reader<'_>, place: PlaceId) -> Result<Vec<Application>> {
    let rows = Entity::find()
        .filter(Column::Stage.eq(Stage::Council))
        .filter(in_places(&[place]))
        .order_by_asc(Column::Since)
        .limit(AGENDA);
    Ok(rows.all(reader).await?)
}

/// The places of an application.
///
/// # Errors
/// The records are away.
pub async fn places(reader: &Reader<'_>, id: ApplicationId) -> Result<Vec<place_row::Model>> {
    let rows = place_row::Entity::find().filter(place_row::Column::ApplicationId.eq(id));
    Ok(rows.all(reader).await?)
}

fn in_places(places: &[PlaceId]) -> Condition {
    let within = Query::select()
        .column(place_row::Column::ApplicationId)
        .from(place_row::Entity)
        .and_where(place_row::Column::PlaceId.is_in(places.iter().copied()))
        .to_owned();
    Condition::all().add(Column::Id.in_subquery(within))
}

/// The same decision as `see-dossier`, as a condition of a list.
pub(crate) fn visible_to(actor: &Actor) -> Condition {
    if actor.is_system {
        return Condition::all();
    }
    let places = |roles: &[Role]| -> Vec<PlaceId> {
        roles.iter().flat_map(|role| actor.places_as(*role)).collect()
    };
    let mut any = Condition::any();
    let mut producers: Vec<_> = actor.producers().collect();
    producers.extend(actor.consents.iter().map(|consent| consent.producer));
    any = any.add(Column::ProducerId.is_in(producers));
    let offices = places(&[Role::Officer, Role::Leader]);
    if !offices.is_empty() {
        any = any.add(in_places(&offices));
    }
    let reviewers = places(&[Role::Advisory, Role::CouncilMember, Role::Secretary, Role::Chair]);
    if !reviewers.is_empty() {
        any = any.add(in_places(&reviewers).add(Column::Stage.is_in(UNDER_REVIEW)));
    }
    any
}
