//! Offices, and a council's people as policies see them.

use ground::{Resource, words_enum};

use super::Seat;
use crate::council::Council;

words_enum! {
    /// An office in a council.
    Office {
        /// The chair.
        Chair = "chair",
        /// A vice-chair, who leads in the chair's place.
        ViceChair = "vice-chair",
        /// A member.
        Member = "member",
        /// The secretary.
        Secretary = "secretary",
    }
}

impl Office {
    /// Whether the office may lead a sitting.
    pub fn leads(self) -> bool {
        matches!(self, Self::Chair | Self::ViceChair)
    }
}

/// The attributes of everything a council handles: its place, who sits, chairs, keeps the minutes.
pub fn people(resource: Resource, council: &Council, seats: &[Seat]) -> Resource {
    let holding = |wanted: fn(Office) -> bool| {
        let held = seats.iter().filter(move |seat| seat.vacated_at.is_none() && wanted(seat.office));
        held.map(|seat| seat.account_id).collect::<Vec<_>>()
    };
    resource
        .text("place", council.place_id)
        .texts("members", holding(|_| true))
        .texts("chairs", holding(Office::leads))
        .texts("secretaries", holding(|office| office == Office::Secretary))
}

/// The same before anyone sits.
pub fn nobody(resource: Resource) -> Resource {
    let none = || Vec::<String>::new();
    resource.texts("members", none()).texts("chairs", none()).texts("secretaries", none())
}
