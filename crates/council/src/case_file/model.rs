//! Where a case stands, and who marks it. No I/O.

use std::collections::{BTreeMap, HashMap};

use ground::{Refusal, Resource, Result, words_enum};
use ocop::{Pack, Sheet};

use super::{CaseEvent, CaseFile, Finding};
use crate::ballot::Ballot;
use crate::council::model::ROUNDS;
use crate::interest::{Interest, Recusal};
use crate::seat::{Seat, SeatId};
use crate::sitting::{Convened, Quorum};

words_enum! {
    /// What can happen to a case.
    Happened {
        /// A round of marking was opened.
        Opened = "opened",
        /// It was closed.
        Closed = "closed",
        /// The chair released the result.
        Released = "released",
    }
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// On the agenda.
    Waiting,
    /// Members mark.
    Marking(i32),
    /// A round is closed; the chair sees what came of it.
    Closed(i32),
    /// Everyone of the council sees it.
    Released,
}

impl Stage {
    /// From what happened, in any order.
    pub fn of<'a>(events: impl IntoIterator<Item = &'a CaseEvent>) -> Self {
        let mut stage = Self::Waiting;
        let mut events: Vec<_> = events.into_iter().collect();
        events.sort_by_key(|event| (event.round, event.kind));
        for event in events {
            stage = match event.kind {
                Happened::Opened => Self::Marking(event.round),
                Happened::Closed => Self::Closed(event.round),
                Happened::Released => return Self::Released,
            };
        }
        stage
    }

    /// The word for word files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Marking(_) => "marking",
            Self::Closed(_) => "closed",
            Self::Released => "released",
        }
    }

    /// The round that is open, or was last.
    pub fn round(self) -> i32 {
        match self {
            Self::Marking(round) | Self::Closed(round) => round,
            Self::Waiting | Self::Released => 0,
        }
    }
}

/// A case with everything known of it but marks.
#[derive(Clone, Debug)]
pub struct Hearing {
    /// The case.
    pub case: CaseFile,
    /// The sitting.
    pub convened: Convened,
    /// What happened.
    pub events: Vec<CaseEvent>,
    /// Who stood back.
    pub recusals: HashMap<SeatId, Recusal>,
    /// Interests declared.
    pub interests: Vec<Interest>,
    /// Ballots handed in, of all rounds.
    pub ballots: Vec<Ballot>,
    /// Codes found.
    pub findings: Vec<Finding>,
    /// Which case of a criterion is marked.
    pub choices: BTreeMap<String, ocop::Case>,
}

impl Hearing {
    /// Where it stands.
    pub fn stage(&self) -> Stage {
        Stage::of(&self.events)
    }

    /// The last round that was opened; 0 before the first.
    pub fn round(&self) -> i32 {
        self.events.iter().map(|event| event.round).max().unwrap_or(0)
    }

    /// Whether a member stood back.
    pub fn is_recused(&self, seat: SeatId) -> bool {
        self.recusals.contains_key(&seat)
    }

    /// Those who mark: they vote, are present, and did not stand back.
    pub fn markers(&self) -> impl Iterator<Item = &Seat> {
        self.convened.seats().filter(|seat| self.marks(seat))
    }

    /// Whether one marks this case.
    pub fn marks(&self, seat: &Seat) -> bool {
        seat.votes && self.convened.is_present(seat.id) && !self.is_recused(seat.id)
    }

    /// Whether one marks in a round: the second is for those who handed in the first.
    pub fn marks_in(&self, seat: &Seat, round: i32) -> bool {
        self.marks(seat) && (round <= 1 || self.has_handed_in(seat.id, 1))
    }

    /// Whether a member handed in the ballot of a round.
    pub fn has_handed_in(&self, seat: SeatId, round: i32) -> bool {
        self.ballots.iter().any(|ballot| ballot.seat_id == seat && ballot.round == round)
    }

    /// Those whose ballot of the round is still out.
    pub fn awaited(&self, round: i32) -> Vec<&Seat> {
        let marks = self.convened.seats().filter(|seat| self.marks_in(seat, round));
        marks.filter(|seat| !self.has_handed_in(seat.id, round)).collect()
    }

    /// The count for this case: who stood back counts neither as member nor as present.
    pub fn quorum(&self) -> Quorum {
        let recused = |seat| self.is_recused(seat);
        Quorum::of(
            &self.convened.rules,
            self.convened.seats(),
            |seat| self.convened.is_present(seat),
            recused,
        )
    }

    /// The pack and the sheet it is marked on.
    ///
    /// # Errors
    /// The installation lacks them.
    pub fn sheet<'a>(&self, rules: &'a ocop::Library) -> Result<(&'a Pack, &'a Sheet)> {
        sheet_of(rules, &self.case.rules, self.case.set_number)
    }

    /// The case as policies see it.
    pub fn resource(&self) -> Resource {
        let thing = Resource::new("case-file", self.case.id);
        crate::seat::people(thing, &self.convened.council, &self.convened.all_seats)
            .texts("recused", self.recusals.keys().filter_map(|seat| self.account_of(*seat)))
    }

    fn account_of(&self, seat: SeatId) -> Option<ground::actor::UserId> {
        self.convened.all_seats.iter().find(|known| known.id == seat).map(|seat| seat.account_id)
    }

    /// Refuses unless the case stands there.
    ///
    /// # Errors
    /// `case-waiting`, `case-marking`, `case-closed`, `case-released`: where it stands instead.
    pub fn must_be(&self, wanted: impl Fn(Stage) -> bool) -> Result<Stage> {
        let stage = self.stage();
        if wanted(stage) { Ok(stage) } else { Err(stands(stage)) }
    }

    /// Whether there can be one more round.
    pub fn has_round_left(&self) -> bool {
        self.round() < ROUNDS
    }
}

/// The refusal that says where a case stands.
pub fn stands(stage: Stage) -> Refusal {
    Refusal::wrong_state(match stage {
        Stage::Waiting => "case-waiting",
        Stage::Marking(_) => "case-marking",
        Stage::Closed(_) => "case-closed",
        Stage::Released => "case-released",
    })
}

/// The pack and the sheet of that name and number.
///
/// # Errors
/// The installation lacks them.
pub fn sheet_of<'a>(rules: &'a ocop::Library, pack: &str, set: i32) -> Result<(&'a Pack, &'a Sheet)> {
    let found = rules.pack(pack).and_then(|pack| {
        let number = u8::try_from(set).ok()?;
        Some((pack, pack.sheet(ocop::SetNumber::try_from(number).ok()?)?))
    });
    found.ok_or_else(|| Refusal::unexpected(format!("no sheet {set} in {pack}")))
}
