//! The minutes of a council (biên bản họp Hội đồng), with its results.

use jiff::civil::DateTime;
use serde::Serialize;

use super::{DocumentReference, Letterhead, Paper, Signature};
use crate::points::Points;

/// Minutes of one session of an evaluation and ranking council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Minutes {
    /// Head of the paper.
    pub letterhead: Letterhead,
    /// What the session was about, such as `Họp đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026`.
    pub subject: String,
    /// The council as in a sentence.
    pub council: String,
    /// The decision that set the council up.
    pub mandate: DocumentReference,
    /// When it opened.
    pub opened: DateTime,
    /// When it closed.
    pub closed: DateTime,
    /// Where it met.
    pub venue: String,
    /// The chair.
    pub chair: Attendee,
    /// The secretary.
    pub secretary: Attendee,
    /// The members, in the order of the columns of marks; chair and secretary too where they vote.
    pub members: Vec<Attendance>,
    /// Others in the room.
    pub guests: Vec<Attendee>,
    /// The count.
    pub quorum: Quorum,
    /// The largest difference between two ballots that the council's rules allow.
    pub spread_limit: Option<Points>,
    /// The products, in the order they were heard.
    pub ballots: Vec<Ballot>,
    /// Options the council agreed on where ballots differed or a gate hung on them.
    pub agreed: Vec<AgreedOption>,
    /// Dossiers turned down.
    pub disqualified: Vec<Disqualification>,
    /// Other opinions, as they were given.
    pub opinions: Vec<String>,
    /// What the council concluded.
    pub conclusions: Vec<String>,
    /// The chair's signature.
    pub chair_signature: Signature,
    /// The secretary's signature.
    pub secretary_signature: Signature,
}

/// Someone at the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attendee {
    /// Full name.
    pub name: String,
    /// Title and body.
    pub title: String,
}

/// A member and whether they came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// Full name.
    pub name: String,
    /// Title and body.
    pub title: String,
    /// Role in the council: `Chủ tịch Hội đồng`, `Ủy viên`.
    pub role: String,
    /// Why the member was absent; none when present.
    pub absent: Option<String>,
    /// Products the member stood back from.
    pub recused: Vec<Recusal>,
}

/// A member does not mark a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recusal {
    /// The product.
    pub product: String,
    /// Why.
    pub reason: String,
}

/// The count of members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Quorum {
    /// Members of the council.
    pub members: u32,
    /// Members present.
    pub present: u32,
    /// Members the rules ask for.
    pub required: u32,
}

/// One product before the council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ballot {
    /// The product.
    pub product: String,
    /// Its code.
    pub code: String,
    /// The producer.
    pub producer: String,
    /// Each round of marking; the last one counts.
    pub rounds: Vec<Round>,
    /// What came of it.
    pub outcome: Outcome,
}

/// A round of marking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Round {
    /// A total for each member, in the order of `members`; none where a member gave no ballot.
    pub marks: Vec<Option<Points>>,
    /// The mean of the ballots.
    pub mean: Points,
    /// Highest less lowest.
    pub spread: Points,
}

/// What came of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The star, 1 to 5; none when the dossier was turned down.
    pub star: Option<u8>,
    /// A sentence, such as the gate that held the star down.
    pub note: Option<String>,
}

/// An option the council agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgreedOption {
    /// The product.
    pub product: String,
    /// Number and wording of the criterion.
    pub criterion: String,
    /// The option agreed.
    pub option: String,
    /// Its points.
    pub points: Points,
    /// How it was agreed, such as `9/11 thành viên`.
    pub vote: Option<String>,
}

/// A dossier turned down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Disqualification {
    /// The product.
    pub product: String,
    /// The producer.
    pub producer: String,
    /// Why, with the line of the sheet.
    pub reason: String,
}

impl Paper for Minutes {
    const TEMPLATE: &'static str = "minutes.typ";
}
