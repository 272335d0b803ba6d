//! Reading sittings.

use std::collections::{BTreeSet, HashSet};

use ground::{Change, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};

use super::model::{Convened, Moment};
use super::{Minutes, Sitting, SittingEvent, SittingId, attendance_row, event_row, minutes_row, row};
use crate::council::{self, CouncilId};
use crate::seat::{self, SeatId};

/// Most sittings in one list.
const LIST: u64 = 200;

/// The sittings of a council, newest first.
///
/// # Errors
/// The records are away.
pub async fn of_council(reader: &Reader<'_>, council: CouncilId) -> Result<Vec<Sitting>> {
    let found = row::Entity::find()
        .filter(row::Column::CouncilId.eq(council))
        .order_by_desc(row::Column::HeldOn)
        .order_by_desc(row::Column::Id)
        .limit(LIST);
    Ok(found.all(reader).await?)
}

/// A sitting with its council, rules, seats and attendance.
///
/// # Errors
/// `not-found`.
pub async fn convened(reader: &Reader<'_>, id: SittingId) -> Result<Convened> {
    let sitting = row::Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)?;
    let noted =
        attendance_row::Entity::find().filter(attendance_row::Column::SittingId.eq(id)).all(reader).await?;
    Ok(Convened {
        council: council::load(reader, sitting.council_id).await?,
        rules: council::store::rules(reader, sitting.rules_id).await?,
        all_seats: seat::of_council(reader, sitting.council_id).await?,
        attendance: noted.into_iter().map(|row| (row.seat_id, row)).collect(),
        moments: moments(reader, id).await?,
        sitting,
    })
}

/// What happened to a sitting, oldest first.
pub(crate) async fn moments(reader: &Reader<'_>, id: SittingId) -> Result<Vec<SittingEvent>> {
    let rows = event_row::Entity::find().filter(event_row::Column::SittingId.eq(id));
    Ok(rows.order_by_asc(event_row::Column::At).all(reader).await?)
}

/// A sitting, held against others who write about it until the change ends.
pub(crate) async fn lock(change: &Change, id: SittingId) -> Result<()> {
    row::Entity::find_by_id(id).lock_exclusive().one(&change.reader()).await?;
    Ok(())
}

pub(crate) async fn happen(change: &mut Change, id: SittingId, kind: Moment) -> Result<()> {
    let row = event_row::ActiveModel {
        id: Set(change.new_id()),
        sitting_id: Set(id),
        kind: Set(kind),
        at: Set(change.at()),
        by_id: Set(change.by()),
        by_name: Set(change.by_name().to_owned()),
    };
    change.insert(row).await?;
    Ok(())
}

/// What the secretary wrote into the minutes.
pub(crate) async fn minutes(reader: &Reader<'_>, id: SittingId) -> Result<Option<Minutes>> {
    Ok(minutes_row::Entity::find_by_id(id).one(reader).await?)
}

/// The council of each sitting.
pub(crate) async fn councils_of(
    reader: &Reader<'_>,
    ids: &BTreeSet<SittingId>,
) -> Result<Vec<(SittingId, CouncilId)>> {
    let rows = row::Entity::find().filter(row::Column::Id.is_in(ids.iter().copied())).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.council_id)).collect())
}

/// Of some sittings, those under way.
pub(crate) async fn open_of(reader: &Reader<'_>, ids: &BTreeSet<SittingId>) -> Result<HashSet<SittingId>> {
    let rows = event_row::Entity::find()
        .filter(event_row::Column::SittingId.is_in(ids.iter().copied()))
        .all(reader)
        .await?;
    let of = |kind| {
        rows.iter().filter(move |row| row.kind == kind).map(|row| row.sitting_id).collect::<HashSet<_>>()
    };
    Ok(&of(Moment::Opened) - &of(Moment::Closed))
}

/// Of some sittings, those that are over.
pub(crate) async fn closed_of(reader: &Reader<'_>, ids: &BTreeSet<SittingId>) -> Result<HashSet<SittingId>> {
    let rows = event_row::Entity::find()
        .filter(event_row::Column::SittingId.is_in(ids.iter().copied()))
        .filter(event_row::Column::Kind.eq(Moment::Closed));
    Ok(rows.all(reader).await?.into_iter().map(|row| row.sitting_id).collect())
}

/// Of some seats, those present at some sittings.
pub(crate) async fn present_of(
    reader: &Reader<'_>,
    ids: &BTreeSet<SittingId>,
    seats: &BTreeSet<SeatId>,
) -> Result<HashSet<(SittingId, SeatId)>> {
    let rows = attendance_row::Entity::find()
        .filter(attendance_row::Column::SittingId.is_in(ids.iter().copied()))
        .filter(attendance_row::Column::SeatId.is_in(seats.iter().copied()))
        .filter(attendance_row::Column::Present.eq(true));
    Ok(rows.all(reader).await?.into_iter().map(|row| (row.sitting_id, row.seat_id)).collect())
}
