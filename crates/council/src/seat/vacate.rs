//! `vacate`: a person leaves a seat; what they did in it stays.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::{SeatId, of_council, row};
use crate::council::{self, CouncilId};

/// Leaves a seat.
///
/// # Errors
/// `not-allowed`; `not-found`; `seat-left`.
pub async fn vacate(ground: &Ground, actor: &Actor, council: CouncilId, seat: SeatId) -> Result<()> {
    let reader = ground.reader();
    let of = council::load(&reader, council).await?;
    let resource = council::resource(&of, &of_council(&reader, council).await?);
    let mut change = ground.change(actor, "vacate-seat", &resource).await?;
    let seats = of_council(&change.reader(), council).await?;
    let seat = seats.iter().find(|held| held.id == seat).ok_or_else(Refusal::not_found)?;
    if seat.vacated_at.is_some() {
        return Err(Refusal::wrong_state("seat-left"));
    }
    change.say("member", &seat.name);
    change.say("name", &of.name);
    let left =
        row::ActiveModel { id: Set(seat.id), vacated_at: Set(Some(change.at())), ..Default::default() };
    change.update(seat, left).await?;
    change.commit().await
}

/// `POST /councils/{id}/seats/{seat}/vacate`.
pub(super) async fn post(
    here: Here,
    Path((id, seat)): Path<(CouncilId, SeatId)>,
    Posted(_): Posted,
) -> Answer {
    vacate(here.ground(), &here.actor, id, seat).await?;
    here.done(&format!("/councils/{id}"), "seat-left")
}
