//! `submit`: a member hands the ballot in; what the secretary sees is this, and only this.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::{crowd, model, own, row};
use crate::case_file::{self, CaseFileId, Stage};

/// Hands the ballot of the open round in.
///
/// # Errors
/// `not-found` for who has no seat; `recused`, `not-a-marker`; where the case stands instead; `ballot-handed-in`;
/// `criteria-unmarked` with how many, and the way to the first.
pub async fn submit(ground: &Ground, actor: &Actor, case: CaseFileId) -> Result<()> {
    let seen = case_file::hearing(&ground.reader(), case).await?;
    let seat = seen.convened.seat_of(actor.user).cloned().ok_or_else(Refusal::not_found)?;
    let resource = crowd::resource(case, &seat, seen.is_recused(seat.id));
    if seen.is_recused(seat.id) {
        return Err(Refusal::wrong_state("recused"));
    }
    let mut change = ground.change(actor, "submit-ballot", &resource).await?;
    let hearing = case_file::store::locked(&change, case).await?;
    let stage = hearing.must_be(|stage| matches!(stage, Stage::Marking(_)))?;
    let round = stage.round();
    if hearing.has_handed_in(seat.id, round) {
        return Err(Refusal::wrong_state("ballot-handed-in"));
    }
    if !hearing.marks_in(&seat, round) {
        return Err(Refusal::wrong_state("not-a-marker"));
    }
    let (_, sheet) = hearing.sheet(&ground.rules)?;
    let marks = own(&change.reader(), case, seat.id, round).await?;
    let open = model::unmarked(sheet, &marks);
    if let Some(first) = open.first() {
        let refusal = Refusal::wrong_state("criteria-unmarked").with("count", open.len());
        return Err(refusal.with("criterion", &first.id).way_out(format!("/ballots/{case}/{}", first.id)));
    }
    let row = row::ActiveModel {
        case_file_id: Set(case),
        seat_id: Set(seat.id),
        round: Set(round),
        submitted_at: Set(change.at()),
    };
    change.insert(row).await?;
    change.say("product", &hearing.case.product_name);
    change.say("round", round);
    change.commit().await
}

/// `POST /ballots/{case}`.
pub(super) async fn post(here: Here, Path(case): Path<CaseFileId>, Posted(_): Posted) -> Answer {
    submit(here.ground(), &here.actor, case).await?;
    let hearing = case_file::hearing(&here.reader(), case).await?;
    here.done(&format!("/sittings/{}", hearing.case.sitting_id), "ballot-handed-in")
}
