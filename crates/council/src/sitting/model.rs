//! A sitting's moments, who is there, and the count.

use std::collections::HashMap;

use ground::{Refusal, Result, words_enum};

use super::{Attendance, Sitting};
use crate::council::{Council, CouncilRules};
use crate::seat::{Office, Seat, SeatId};

words_enum! {
    /// What can happen to a sitting.
    Moment {
        /// It was opened with enough members present.
        Opened = "opened",
        /// It was closed: every case is released.
        Closed = "closed",
    }
}

/// The count of members for a sitting or for one case of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Members who may vote.
    pub members: usize,
    /// Of these, present.
    pub present: usize,
    /// Of these, needed.
    pub required: usize,
    /// Whether one who may lead is there, or the rules do not ask.
    pub led: bool,
}

impl Quorum {
    /// Counts voting seats, less those who stood back.
    pub fn of<'a>(
        rules: &CouncilRules,
        seats: impl IntoIterator<Item = &'a Seat>,
        is_present: impl Fn(SeatId) -> bool,
        is_recused: impl Fn(SeatId) -> bool,
    ) -> Self {
        let voting = seats.into_iter().filter(|seat| seat.votes && !is_recused(seat.id));
        let (mut members, mut present, mut led) = (0, 0, !rules.chair_required);
        for seat in voting {
            members += 1;
            if is_present(seat.id) {
                present += 1;
                led |= seat.office.leads();
            }
        }
        Self { members, present, required: rules.required(members), led }
    }

    /// Whether the council may decide.
    pub fn holds(&self) -> bool {
        self.members > 0 && self.present >= self.required && self.led
    }

    /// Refuses while it does not hold, with the count.
    ///
    /// # Errors
    /// `no-quorum`, `no-chair`.
    pub fn must_hold(&self) -> Result<()> {
        if self.members == 0 || self.present < self.required {
            let refusal = Refusal::wrong_state("no-quorum").with("present", self.present);
            return Err(refusal.with("required", self.required).with("members", self.members));
        }
        if !self.led {
            return Err(Refusal::wrong_state("no-chair"));
        }
        Ok(())
    }
}

/// A sitting with everything that does not change while a case is heard.
#[derive(Clone, Debug)]
pub struct Convened {
    /// The sitting.
    pub sitting: Sitting,
    /// Its council.
    pub council: Council,
    /// The rules it goes by.
    pub rules: CouncilRules,
    /// All seats, those left since included.
    pub all_seats: Vec<Seat>,
    /// Who came.
    pub attendance: HashMap<SeatId, Attendance>,
    /// What happened to it.
    pub moments: Vec<super::SittingEvent>,
}

impl Convened {
    /// The seats that take part: held, or noted at this sitting before they were left.
    pub fn seats(&self) -> impl Iterator<Item = &Seat> {
        self.all_seats
            .iter()
            .filter(|seat| seat.vacated_at.is_none() || self.attendance.contains_key(&seat.id))
    }

    /// Whether a member is noted present.
    pub fn is_present(&self, seat: SeatId) -> bool {
        self.attendance.get(&seat).is_some_and(|noted| noted.present)
    }

    /// When something happened.
    pub fn when(&self, moment: Moment) -> Option<ground::Instant> {
        self.moments.iter().find(|event| event.kind == moment).map(|event| event.at)
    }

    /// Whether it is under way.
    pub fn is_open(&self) -> bool {
        self.when(Moment::Opened).is_some() && self.when(Moment::Closed).is_none()
    }

    /// The count for the sitting as a whole.
    pub fn quorum(&self) -> Quorum {
        Quorum::of(&self.rules, self.seats(), |seat| self.is_present(seat), |_| false)
    }

    /// The seat of an account.
    pub fn seat_of(&self, user: Option<ground::actor::UserId>) -> Option<&Seat> {
        let user = user?;
        self.seats().find(|seat| seat.account_id == user)
    }

    /// The first seat in an office.
    pub fn in_office(&self, office: Office) -> Option<&Seat> {
        self.seats().find(|seat| seat.office == office)
    }

    /// The sitting as policies see it.
    pub fn resource(&self) -> ground::Resource {
        crate::seat::people(ground::Resource::new("sitting", self.sitting.id), &self.council, &self.all_seats)
    }
}
