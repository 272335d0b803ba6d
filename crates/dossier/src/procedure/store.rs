//! Reading what the procedure left behind.

use ground::{Reader, Result};
use ocop::procedure::{StepId, Variant};
use sea_orm::entity::prelude::*;
use sea_orm::QueryOrder;

use super::{advice_row, finding_row, report_row, return_row};
use crate::application::{ApplicationId, Outcome, StepRow};

/// The step of an actor of the procedure; none where the decree has no such actor.
pub(super) fn step_of(variant: &Variant, actor: &str) -> Option<StepId> {
    variant.steps.iter().find(|step| step.actor == actor).map(|step| step.id.clone())
}

/// What the commune found, by matter.
pub(crate) async fn findings(reader: &Reader<'_>, id: ApplicationId) -> Result<Vec<finding_row::Model>> {
    let rows = finding_row::Entity::find()
        .filter(finding_row::Column::ApplicationId.eq(id))
        .order_by_asc(finding_row::Column::Matter);
    Ok(rows.all(reader).await?)
}

/// The commune's report as issued.
pub(crate) async fn report(reader: &Reader<'_>, id: ApplicationId) -> Result<Option<report_row::Model>> {
    Ok(report_row::Entity::find().filter(report_row::Column::ApplicationId.eq(id)).one(reader).await?)
}

/// The items of the last return, when the history ends with one.
pub(super) async fn open_items(reader: &Reader<'_>, rows: &[StepRow]) -> Result<Vec<return_row::Model>> {
    let Some(last) = rows.last().filter(|row| row.outcome == Outcome::Returned) else { return Ok(Vec::new()) };
    let items = return_row::Entity::find()
        .filter(return_row::Column::StepId.eq(last.id))
        .order_by_asc(return_row::Column::Id);
    Ok(items.all(reader).await?)
}

/// Every item that was ever asked for.
pub(super) async fn items(reader: &Reader<'_>, id: ApplicationId) -> Result<Vec<return_row::Model>> {
    let items = return_row::Entity::find()
        .filter(return_row::Column::ApplicationId.eq(id))
        .order_by_asc(return_row::Column::Id);
    Ok(items.all(reader).await?)
}

/// What the advisory team noted, oldest first.
pub(super) async fn advice(reader: &Reader<'_>, id: ApplicationId) -> Result<Vec<advice_row::Model>> {
    let rows = advice_row::Entity::find()
        .filter(advice_row::Column::ApplicationId.eq(id))
        .order_by_asc(advice_row::Column::At)
        .order_by_asc(advice_row::Column::Id);
    Ok(rows.all(reader).await?)
}
