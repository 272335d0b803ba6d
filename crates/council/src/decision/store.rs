//! Reading decisions.

use ground::{Reader, Refusal, Result};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use super::{Decision, DecisionId, DecisionItem, Recognised, Ruling, item_row, row};
use crate::case_file::CaseFileId;
use crate::sitting::SittingId;

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
