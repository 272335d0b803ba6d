//! What the page behind a code says of recalls: one read by an index, so that it is true in the same second.

use ground::{Instant, Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{FromQueryResult, JoinType, QueryOrder, QuerySelect};

use super::store::{Column, EndKind, Entity, RecallId, end, lot};
use crate::lot::LotId;

/// A recall that reaches a lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The recall.
    pub id: RecallId,
    /// Why.
    pub reason: String,
    /// Since when.
    pub since: Instant,
    /// Whether it still runs.
    pub is_running: bool,
}

#[derive(FromQueryResult)]
struct Row {
    id: RecallId,
    reason: String,
    decided_at: Instant,
    kind: Option<EndKind>,
}

/// Finds something where a recall reaches the lot of a row, be it practised or over; what to warn of says [`warning`].
pub(crate) fn reaches(lot_of_row: Expr) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(lot::Entity)
        .and_where(lot_of_row.equals((lot::Entity, lot::Column::LotId)))
        .to_owned()
}

/// The recall to warn of whoever scans a lot; none for a drill, and for one that was lifted.
///
/// # Errors
/// The records are away.
pub async fn warning(reader: &Reader<'_>, lot: LotId) -> Result<Option<Warning>> {
    let of_lot = Query::select()
        .column(lot::Column::RecallId)
        .from(lot::Entity)
        .and_where(lot::Column::LotId.eq(lot))
        .to_owned();
    let ended = Entity::belongs_to(end::Entity).from(Column::Id).to(end::Column::RecallId).into();
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Reason, Column::DecidedAt])
        .column(end::Column::Kind)
        .join(JoinType::LeftJoin, ended)
        .filter(Column::Id.in_subquery(of_lot))
        .filter(Column::IsDrill.eq(false))
        .order_by_desc(Column::DecidedAt)
        .into_model::<Row>()
        .all(reader)
        .await?;
    let standing = rows.into_iter().find(|row| row.kind != Some(EndKind::Lifted));
    Ok(standing.map(|row| Warning {
        id: row.id,
        reason: row.reason,
        since: row.decided_at,
        is_running: row.kind.is_none(),
    }))
}
