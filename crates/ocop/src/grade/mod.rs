//! Grading: from ballots to totals, band, gates and star, exact.

mod gate;
mod reason;

pub use gate::{FailedGate, GateBasis};
pub use reason::{Basis, Reason};

use num_rational::Ratio;

use crate::ballot::{Ballot, Candidate};
use crate::pack::Pack;
use crate::points::Star;
use crate::sheet::{Code, CriterionId, Effect, Sheet};

/// How far apart ballots may lie where a council's rules of procedure say nothing else, in points.
pub const USUAL_SPREAD_LIMIT: u32 = 10;

/// What the council's rules of procedure settle, as the decree leaves it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// What a gate is tested on.
    pub gate_basis: GateBasis,
    /// The largest spread that is not exceeded, in points.
    pub spread_limit: u32,
}

impl Default for Terms {
    fn default() -> Self {
        Self { gate_basis: GateBasis::default(), spread_limit: USUAL_SPREAD_LIMIT }
    }
}

/// One ballot, added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Who marked.
    pub member: String,
    /// The sum of the marks.
    pub total: u16,
    /// The sums of the parts A, B, C.
    pub parts: [u16; 3],
}

/// A criterion a member did not mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmarked {
    /// Who.
    pub member: String,
    /// What.
    pub criterion: CriterionId,
}

/// What the ballots and findings of one product come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The ballots, added up, in order.
    pub ballots: Vec<Tally>,
    /// The mean of the totals; none without a ballot.
    pub mean: Option<Ratio<i64>>,
    /// Largest total less smallest; none without a ballot.
    pub spread: Option<u16>,
    /// Whether the spread is more than the limit.
    pub spread_exceeded: bool,
    /// The star whose band the mean lies in.
    pub band: Option<Star>,
    /// The star that band and gates give; none when a code was found.
    pub star: Option<Star>,
    /// Whether the star carries a decision and a certificate.
    pub recognised: bool,
    /// Every gate that is not met, ordered by star, then by the sheet's order.
    pub failed_gates: Vec<FailedGate>,
    /// Every criterion without a mark, by member, then by the sheet's order.
    pub unmarked: Vec<Unmarked>,
    /// Codes found that reject the dossier, in the sheet's order.
    pub disqualified: Vec<Code>,
    /// Codes found that stop the evaluation, in the sheet's order.
    pub stopped: Vec<Code>,
    /// Why the star is what it is, and what keeps the product from each higher one.
    pub reasons: Vec<Reason>,
}

/// Grades one product.
#[must_use]
pub fn grade(pack: &Pack, sheet: &Sheet, candidate: &Candidate, terms: Terms) -> Verdict {
    let ballots = &candidate.ballots;
    let tallies: Vec<Tally> = ballots.iter().map(|ballot| tally(sheet, ballot)).collect();
    let totals = || tallies.iter().map(|tally| tally.total);
    let mean = mean(totals());
    let spread = totals().max().zip(totals().min()).map(|(most, least)| most - least);
    let band = mean.map(|mean| pack.band(mean));
    let failed_gates =
        if ballots.is_empty() { Vec::new() } else { gate::failed(sheet, ballots, terms.gate_basis) };
    let found = |effect: Effect| -> Vec<Code> {
        let entries = sheet.codes().iter().filter(|entry| entry.effect == effect);
        entries.map(|entry| entry.code.clone()).filter(|code| candidate.codes.contains(code)).collect()
    };
    let (disqualified, stopped) = (found(Effect::Disqualify), found(Effect::Stop));
    let clean = disqualified.is_empty() && stopped.is_empty();
    let star = band.filter(|_| clean).map(|band| star(band, &failed_gates));
    Verdict {
        mean,
        spread,
        spread_exceeded: spread.is_some_and(|spread| u32::from(spread) > terms.spread_limit),
        band,
        star,
        recognised: star.is_some_and(|star| pack.recognises(star)),
        unmarked: ballots.iter().flat_map(|ballot| unmarked(sheet, ballot)).collect(),
        reasons: reason::reasons(pack, mean, &failed_gates, &disqualified, &stopped),
        ballots: tallies,
        failed_gates,
        disqualified,
        stopped,
    }
}

/// What one ballot alone comes to, such as a producer's self-assessment.
#[must_use]
pub fn verdict_of(pack: &Pack, sheet: &Sheet, ballot: &Ballot) -> Verdict {
    let candidate = Candidate { product: String::new(), ballots: vec![ballot.clone()], codes: Vec::new() };
    grade(pack, sheet, &candidate, Terms::default())
}

fn tally(sheet: &Sheet, ballot: &Ballot) -> Tally {
    let parts = ballot.parts(sheet);
    Tally { member: ballot.member.clone(), total: parts.iter().sum(), parts }
}

fn mean(totals: impl ExactSizeIterator<Item = u16>) -> Option<Ratio<i64>> {
    let count = i64::try_from(totals.len()).ok().filter(|count| *count > 0)?;
    Some(Ratio::new(totals.map(i64::from).sum(), count))
}

/// The highest star up to the band with every gate of the stars up to it met.
fn star(band: Star, failed: &[FailedGate]) -> Star {
    let lowest_failed = failed.iter().map(|gate| gate.star).min();
    match lowest_failed.and_then(Star::previous) {
        Some(below) => band.min(below),
        None => band,
    }
}

fn unmarked(sheet: &Sheet, ballot: &Ballot) -> Vec<Unmarked> {
    let pairs = sheet.criteria().iter().zip(ballot.marks());
    pairs
        .filter(|(_, mark)| mark.is_none())
        .map(|(criterion, _)| Unmarked { member: ballot.member.clone(), criterion: criterion.id.clone() })
        .collect()
}
