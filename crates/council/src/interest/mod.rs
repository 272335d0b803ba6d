//! Interests: declared by members, and computed from what Sen knows; who has one stands back from the case and counts
//! neither in its mean nor in its quorum.

mod declare;
mod model;
mod recusal_row;
pub(crate) mod recuse;
mod row;

use std::collections::{BTreeSet, HashMap, HashSet};

use axum::Router;
use axum::routing::post;
use ground::{Ground, Reader, Result};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use web::App;

pub use declare::declare;
pub use model::InterestKind;
pub use recusal_row::Model as Recusal;
pub use recuse::recuse;
pub use row::{InterestId, Model as Interest};

use crate::case_file::{CaseFileId, Hearing};
use crate::seat::{Seat, SeatId};

/// Who stood back from a case.
pub(crate) async fn recusals(reader: &Reader<'_>, id: CaseFileId) -> Result<HashMap<SeatId, Recusal>> {
    let rows = recusal_row::Entity::find().filter(recusal_row::Column::CaseFileId.eq(id)).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.seat_id, row)).collect())
}

/// Of some seats, those that stood back from some cases.
pub(crate) async fn recused_of(
    reader: &Reader<'_>,
    cases: &[CaseFileId],
    seats: &BTreeSet<SeatId>,
) -> Result<HashSet<(CaseFileId, SeatId)>> {
    let rows = recusal_row::Entity::find()
        .filter(recusal_row::Column::CaseFileId.is_in(cases.iter().copied()))
        .filter(recusal_row::Column::SeatId.is_in(seats.iter().copied()));
    Ok(rows.all(reader).await?.into_iter().map(|row| (row.case_file_id, row.seat_id)).collect())
}

/// The interests declared in a case, oldest first.
pub(crate) async fn declared(reader: &Reader<'_>, id: CaseFileId) -> Result<Vec<Interest>> {
    let rows = row::Entity::find().filter(row::Column::CaseFileId.eq(id)).order_by_asc(row::Column::At);
    Ok(rows.order_by_asc(row::Column::Id).all(reader).await?)
}

/// Members who would mark, yet are tied to the producer by what Sen knows: a role in it, or a consent to act for it.
///
/// # Errors
/// The records are away.
pub async fn tied<'a>(
    ground: &Ground,
    reader: &Reader<'_>,
    hearing: &'a Hearing,
) -> Result<Vec<(&'a Seat, InterestKind)>> {
    let markers: Vec<&Seat> =
        hearing.convened.seats().filter(|seat| seat.votes && !hearing.is_recused(seat.id)).collect();
    let ties = crate::outside::ties(ground, reader, &markers, hearing.case.producer_id).await?;
    Ok(markers.into_iter().filter_map(|seat| Some((seat, *ties.get(&seat.account_id)?))).collect())
}

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{id}/interests", post(declare::post))
        .route("/cases/{id}/recusals", post(recuse::post))
}
