//! `attend`: the secretary notes who came.

use std::collections::HashMap;

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Here, Posted};

use super::{SittingId, attendance_row, show, store};
use crate::seat::SeatId;

/// Characters of a reason.
const REASON: usize = 300;

/// Whether one member came.
#[derive(Clone, Debug)]
pub struct Noted {
    /// The seat.
    pub seat: SeatId,
    /// Whether they are there.
    pub present: bool,
    /// Why not.
    pub reason: Option<String>,
}

/// Notes who came; noting again corrects.
///
/// # Errors
/// `not-allowed`; `sitting-closed`; `member-has-ballot` when one who handed in a ballot would be absent.
pub async fn attend(ground: &Ground, actor: &Actor, id: SittingId, noted: Vec<Noted>) -> Result<()> {
    let seen = store::convened(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "note-attendance", &seen.resource()).await?;
    store::lock(&change, id).await?;
    let convened = store::convened(&change.reader(), id).await?;
    if convened.when(super::Moment::Closed).is_some() {
        return Err(Refusal::wrong_state("sitting-closed"));
    }
    let handed_in = crate::ballot::handed_in_at(&change.reader(), id).await?;
    let mut present = 0;
    for one in noted {
        let Some(seat) = convened.seats().find(|seat| seat.id == one.seat) else { continue };
        if !one.present && handed_in.contains(&seat.id) {
            return Err(Refusal::wrong_state("member-has-ballot").with("member", &seat.name));
        }
        present += i32::from(one.present);
        let row = attendance_row::ActiveModel {
            sitting_id: Set(id),
            seat_id: Set(one.seat),
            present: Set(one.present),
            reason: Set(one.reason.filter(|_| !one.present)),
            at: Set(change.at()),
        };
        match convened.attendance.get(&one.seat) {
            Some(before) => change.update(before, row).await?,
            None => change.insert(row).await?,
        };
    }
    change.say("present", present);
    change.commit().await
}

/// `POST /sittings/{id}/attendance`: `seat-<id>` is `1` for those who came, `reason-<id>` says why one did not.
pub(super) async fn post(here: Here, Path(id): Path<SittingId>, Posted(form): Posted) -> Answer {
    let convened = store::convened(&here.reader(), id).await?;
    let mut reading = form.read();
    let present: HashMap<SeatId, bool> =
        convened.seats().map(|seat| (seat.id, reading.flag(&format!("seat-{}", seat.id)))).collect();
    let mut noted = Vec::new();
    for seat in convened.seats() {
        let reason = reading.optional(format!("reason-{}", seat.id), REASON).flatten();
        noted.push(Noted { seat: seat.id, present: present.get(&seat.id).copied().unwrap_or(false), reason });
    }
    let done = match reading.done(|| Some(noted)) {
        Ok(noted) => attend(here.ground(), &here.actor, id, noted).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => here.done(&format!("/sittings/{id}"), "attendance-noted"),
        Err(refusal) => here.show_again(&show::page(&here, id, Some(&refusal)).await?, refusal),
    }
}
