//! Reading ballots and marks. Marks leave this room only through [`crate::outcome`], after a round is closed, and
//! through their own member's pages.

use std::collections::{BTreeSet, HashSet};

use ground::{Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;

use super::model::{Marks, overlaid};
use super::{Ballot, Mark, mark_row, row};
use crate::case_file::{self, CaseFileId};
use crate::seat::SeatId;
use crate::sitting::SittingId;

/// The ballots handed in on a case, of all rounds.
pub(crate) async fn handed_in(reader: &Reader<'_>, id: CaseFileId) -> Result<Vec<Ballot>> {
    Ok(row::Entity::find().filter(row::Column::CaseFileId.eq(id)).all(reader).await?)
}

/// Who handed in any ballot at a sitting.
pub(crate) async fn handed_in_at(reader: &Reader<'_>, id: SittingId) -> Result<HashSet<SeatId>> {
    let cases = Query::select()
        .column(case_file::row::Column::Id)
        .from(case_file::row::Entity)
        .and_where(case_file::row::Column::SittingId.eq(id))
        .to_owned();
    let rows = row::Entity::find().filter(row::Column::CaseFileId.in_subquery(cases)).all(reader).await?;
    Ok(rows.into_iter().map(|row| row.seat_id).collect())
}

/// A member's own marks up to a round.
pub(crate) async fn own(reader: &Reader<'_>, case: CaseFileId, seat: SeatId, round: i32) -> Result<Marks> {
    let rows = mark_row::Entity::find()
        .filter(mark_row::Column::CaseFileId.eq(case))
        .filter(mark_row::Column::SeatId.eq(seat));
    Ok(overlaid(rows.all(reader).await?, round))
}

/// All marks of a case, for counting.
pub(crate) async fn all(reader: &Reader<'_>, case: CaseFileId) -> Result<Vec<Mark>> {
    Ok(mark_row::Entity::find().filter(mark_row::Column::CaseFileId.eq(case)).all(reader).await?)
}

/// Of some seats, who handed in which ballots of some cases.
pub(crate) async fn handed_in_of(
    reader: &Reader<'_>,
    cases: &[CaseFileId],
    seats: &BTreeSet<SeatId>,
) -> Result<HashSet<(CaseFileId, SeatId, i32)>> {
    let rows = row::Entity::find()
        .filter(row::Column::CaseFileId.is_in(cases.iter().copied()))
        .filter(row::Column::SeatId.is_in(seats.iter().copied()));
    Ok(rows.all(reader).await?.into_iter().map(|row| (row.case_file_id, row.seat_id, row.round)).collect())
}
