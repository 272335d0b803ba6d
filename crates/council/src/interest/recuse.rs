//! `recuse`: the secretary or the chair records that a member does not mark a case.

use axum::extract::Path;
use ground::{Actor, Change, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::{declare, recusal_row, tied};
use crate::case_file::{self, CaseFileId, Hearing, Stage};
use crate::seat::{Seat, SeatId};

/// Characters of a reason.
const REASON: usize = 500;

/// Records that a member stands back; without a reason, what Sen knows ties the member to the producer is the reason.
///
/// # Errors
/// `not-allowed`; `not-found` for no seat of this council; `recused-already`; `required` without any reason; where the
/// case stands instead.
pub async fn recuse(
    ground: &Ground,
    actor: &Actor,
    id: CaseFileId,
    seat: SeatId,
    why: Option<String>,
) -> Result<()> {
    let seen = case_file::hearing(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "recuse-member", &seen.resource()).await?;
    let hearing = case_file::store::locked(&change, id).await?;
    let seat =
        hearing.convened.seats().find(|known| known.id == seat).cloned().ok_or_else(Refusal::not_found)?;
    let why = match why {
        Some(why) => why,
        None => {
            let ties = tied(ground, &change.reader(), &hearing).await?;
            let tie = ties.into_iter().find(|(known, _)| known.id == seat.id);
            let tie = tie.ok_or_else(|| Refusal::field("reason", "required"))?;
            declare::reason(tie.1).to_owned()
        }
    };
    change.say("product", &hearing.case.product_name);
    change.say("member", &seat.name);
    stand_back(&mut change, &hearing, &seat, why).await?;
    change.commit().await
}

pub(super) async fn stand_back(
    change: &mut Change,
    hearing: &Hearing,
    seat: &Seat,
    reason: String,
) -> Result<()> {
    hearing.must_be(|stage| matches!(stage, Stage::Waiting | Stage::Marking(_)))?;
    if hearing.is_recused(seat.id) {
        return Err(Refusal::wrong_state("recused-already"));
    }
    let row = recusal_row::ActiveModel {
        case_file_id: Set(hearing.case.id),
        seat_id: Set(seat.id),
        reason: Set(reason),
        at: Set(change.at()),
        by_id: Set(change.by()),
        by_name: Set(change.by_name().to_owned()),
    };
    change.insert(row).await?;
    Ok(())
}

/// `POST /cases/{id}/recusals`.
pub(super) async fn post(here: Here, Path(id): Path<CaseFileId>, Posted(form): Posted) -> Answer {
    let mut reading = form.read();
    let seat = reading.word::<SeatId>("seat");
    let reason = reading.optional("reason", REASON);
    let (seat, reason) = reading.done(|| Some((seat?, reason?)))?;
    recuse(here.ground(), &here.actor, id, seat, reason).await?;
    here.done(&format!("/cases/{id}"), "member-recused")
}
