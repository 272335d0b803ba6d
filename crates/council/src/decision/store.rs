//! Reading decisions.

use ground::actor::ProducerId;
use ground::{Day, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::{Decision, DecisionId, DecisionItem, Recognised, Ruling, item_row, row};
use crate::case_file::CaseFileId;
use crate::sitting::SittingId;
use crate::subject::ApplicationId;

/// Most results shown in an inbox.
const TOLD: u64 = 20;

/// A decision.
///
/// # Errors
/// `not-found`.
pub async fn load(reader: &Reader<'_>, id: DecisionId) -> Result<Decision> {
    row::Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// The decision on a sitting's results, once signed.
///
/// # Errors
/// The records are away.
pub async fn of_sitting(reader: &Reader<'_>, id: SittingId) -> Result<Option<Decision>> {
    Ok(row::Entity::find().filter(row::Column::SittingId.eq(id)).one(reader).await?)
}

/// What a decision says of each case, in the order of the agenda.
///
/// # Errors
/// The records are away.
pub async fn items(reader: &Reader<'_>, id: DecisionId) -> Result<Vec<DecisionItem>> {
    let rows = item_row::Entity::find().filter(item_row::Column::DecisionId.eq(id));
    Ok(rows.order_by_asc(item_row::Column::Id).all(reader).await?)
}

/// What was decided on one case.
///
/// # Errors
/// The records are away.
pub async fn on_case(reader: &Reader<'_>, id: CaseFileId) -> Result<Option<DecisionItem>> {
    Ok(item_row::Entity::find().filter(item_row::Column::CaseFileId.eq(id)).one(reader).await?)
}

/// What was decided last on an application.
///
/// # Errors
/// The records are away.
pub(super) async fn on_application(reader: &Reader<'_>, id: ApplicationId) -> Result<Option<DecisionItem>> {
    let items = item_row::Entity::find().filter(item_row::Column::ApplicationId.eq(id));
    Ok(items.order_by_desc(item_row::Column::Id).one(reader).await?)
}

/// What was decided for producers since a day, with its decision, the newest first.
///
/// # Errors
/// The records are away.
pub(crate) async fn told_since(
    reader: &Reader<'_>,
    producers: Vec<ProducerId>,
    since: Day,
) -> Result<Vec<(DecisionItem, Decision)>> {
    let items = item_row::Entity::find()
        .filter(item_row::Column::ProducerId.is_in(producers))
        .order_by_desc(item_row::Column::Id)
        .limit(TOLD)
        .all(reader)
        .await?;
    let ids: Vec<_> = items.iter().map(|item| item.decision_id).collect();
    let decisions = row::Entity::find()
        .filter(row::Column::Id.is_in(ids))
        .filter(row::Column::SignedOn.gte(since))
        .all(reader)
        .await?;
    let of = |item: &DecisionItem| decisions.iter().find(|decision| decision.id == item.decision_id).cloned();
    Ok(items.into_iter().filter_map(|item| of(&item).map(|decision| (item, decision))).collect())
}

/// The products a decision recognises: what certificates are issued for.
///
/// # Errors
/// The records are away.
pub async fn recognised(reader: &Reader<'_>, id: DecisionId) -> Result<Vec<Recognised>> {
    let items = items(reader, id).await?;
    let recognised = items.into_iter().filter(|item| item.ruling == Ruling::Recognised).filter_map(|item| {
        Some(Recognised {
            application_id: item.application_id,
            product_id: item.product_id,
            producer_id: item.producer_id,
            stars: item.stars?,
            mean: crate::outcome::words::figure(item.mean()),
            rules: item.rules,
        })
    });
    Ok(recognised.collect())
}
