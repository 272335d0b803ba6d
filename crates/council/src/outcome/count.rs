//! Counting closed rounds.

use std::collections::BTreeSet;

use ground::{Reader, Refusal, Result};
use ocop::{Ballot, Candidate, Code, Library, Points, Sheet, Verdict};

use crate::ballot::{self, Mark, model};
use crate::case_file::model::Happened;
use crate::case_file::{self, CaseFile, Hearing};
use crate::seat::{Seat, SeatId};

/// One closed round.
#[derive(Clone, Debug)]
pub struct RoundCount {
    /// Its number.
    pub round: i32,
    /// The ballots that count, in the order members are named.
    pub ballots: Vec<(SeatId, Ballot)>,
    /// What they come to.
    pub verdict: Verdict,
}

/// A criterion on which members differ, and the option most of them chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// Its place in the sheet.
    pub place: usize,
    /// The most frequent points, the lowest where several are equally frequent.
    pub points: Points,
    /// How many gave them.
    pub votes: usize,
    /// Of how many.
    pub of: usize,
}

/// What a case comes to.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Every closed round, first to last.
    pub rounds: Vec<RoundCount>,
    /// What the last of them comes to.
    pub verdict: Verdict,
    /// The agreed option wherever ballots differ.
    pub agreed: Vec<Agreed>,
}

impl Counted {
    /// The ballots that count.
    pub fn ballots(&self) -> &[(SeatId, Ballot)] {
        self.rounds.last().map_or(&[], |round| &round.ballots)
    }

    /// The sum of the totals, and how many ballots.
    pub fn sum(&self) -> (i64, i64) {
        let totals = &self.verdict.ballots;
        (
            totals.iter().map(|tally| i64::from(tally.total)).sum(),
            i64::try_from(totals.len()).unwrap_or_default(),
        )
    }

    /// The options the council agreed on, as one ballot.
    pub fn agreed_ballot(&self, sheet: &Sheet, hearing: &Hearing) -> Ballot {
        let mut ballot = Ballot::blank(sheet, "council");
        for (place, criterion) in sheet.criteria().iter().enumerate() {
            let Some(points) = most_frequent(&points_at(self.ballots(), place)).map(|(points, _)| points)
            else {
                continue;
            };
            let case = hearing.choices.get(criterion.id.as_str()).copied();
            // What no option gives is left unmarked, which counts the same.
            drop(ballot.mark(sheet, &criterion.id, ocop::Mark { case, points }));
        }
        ballot
    }
}

/// Counts the closed rounds of a case.
///
/// # Errors
/// `round-open` before the first is closed; the installation lacks the sheet.
pub async fn count(reader: &Reader<'_>, rules: &Library, hearing: &Hearing) -> Result<Counted> {
    let (pack, sheet) = hearing.sheet(rules)?;
    let closed =
        hearing.events.iter().filter(|event| event.kind == Happened::Closed).map(|event| event.round);
    let closed: BTreeSet<i32> = closed.collect();
    if closed.is_empty() {
        return Err(Refusal::wrong_state("round-open"));
    }
    let marks = ballot::all(reader, hearing.case.id).await?;
    let codes: Vec<Code> = hearing.findings.iter().map(|finding| Code::from(finding.code.as_str())).collect();
    let mut rounds = Vec::new();
    for round in closed {
        let ballots = round_ballots(sheet, hearing, &marks, round);
        let candidate = Candidate {
            product: hearing.case.product_name.clone(),
            ballots: ballots.iter().map(|(_, ballot)| ballot.clone()).collect(),
            codes: codes.clone(),
        };
        let verdict = ocop::grade(pack, sheet, &candidate, hearing.convened.rules.terms());
        rounds.push(RoundCount { round, ballots, verdict });
    }
    let last = rounds.last().ok_or_else(|| Refusal::wrong_state("round-open"))?;
    let (verdict, agreed) = (last.verdict.clone(), agreed(sheet, &last.ballots));
    Ok(Counted { rounds, verdict, agreed })
}

fn round_ballots(sheet: &Sheet, hearing: &Hearing, marks: &[Mark], round: i32) -> Vec<(SeatId, Ballot)> {
    let counted =
        |seat: &&Seat| seat.votes && !hearing.is_recused(seat.id) && hearing.has_handed_in(seat.id, round);
    let seats = hearing.convened.all_seats.iter().filter(counted);
    seats.map(|seat| (seat.id, ballot_of(sheet, hearing, marks, seat, round))).collect()
}

fn ballot_of(sheet: &Sheet, hearing: &Hearing, marks: &[Mark], seat: &Seat, round: i32) -> Ballot {
    let own = marks.iter().filter(|mark| mark.seat_id == seat.id).cloned();
    let known = model::overlaid(own, round);
    let points = |id: &str| known.get(id).and_then(|mark| mark.points);
    let mut ballot = Ballot::blank(sheet, seat.name.clone());
    for criterion in sheet.criteria() {
        let given =
            points(criterion.id.as_str()).and_then(|points| u8::try_from(points).ok()).map(Points::new);
        if let Some(points) = given
            && model::applies(sheet, criterion, points_of(&known))
        {
            let case = hearing.choices.get(criterion.id.as_str()).copied();
            // Marks were checked against the sheet when they were saved.
            drop(ballot.mark(sheet, &criterion.id, ocop::Mark { case, points }));
        }
    }
    ballot
}

fn points_of(marks: &model::Marks) -> impl Fn(&str) -> Option<i32> + '_ {
    |id| marks.get(id).and_then(|mark| mark.points)
}

fn points_at(ballots: &[(SeatId, Ballot)], place: usize) -> Vec<Points> {
    ballots.iter().map(|(_, ballot)| ballot.points_at(place)).collect()
}

fn most_frequent(points: &[Points]) -> Option<(Points, usize)> {
    let mut sorted = points.to_vec();
    sorted.sort_unstable();
    let mut best: Option<(Points, usize)> = None;
    for run in sorted.chunk_by(|one, other| one == other) {
        if let Some(first) = run.first()
            && best.is_none_or(|(_, votes)| run.len() > votes)
        {
            best = Some((*first, run.len()));
        }
    }
    best
}

fn agreed(sheet: &Sheet, ballots: &[(SeatId, Ballot)]) -> Vec<Agreed> {
    let differs = |place: usize| {
        let points = points_at(ballots, place);
        let (most, votes) = most_frequent(&points)?;
        (votes < points.len()).then_some(Agreed { place, points: most, votes, of: points.len() })
    };
    (0..sheet.criteria().len()).filter_map(differs).collect()
}

/// The criteria on which the ballots of the first round differ: those of the second round.
pub(crate) fn differing_in(sheet: &Sheet, ballots: &[(SeatId, Ballot)]) -> BTreeSet<String> {
    let differ = agreed(sheet, ballots).into_iter().filter_map(|agreed| sheet.criteria().get(agreed.place));
    let mut names: BTreeSet<String> = differ.map(|criterion| criterion.id.to_string()).collect();
    // A criterion that another one's points switch on is open again with it.
    let hanging =
        sheet.criteria().iter().filter(|c| model::depends_on(sheet, c).any(|id| names.contains(id)));
    let hanging: Vec<String> = hanging.map(|criterion| criterion.id.to_string()).collect();
    names.extend(hanging);
    names
}

/// The criteria of a case's second round.
///
/// # Errors
/// The first round is not closed; the records are away.
pub async fn differing(reader: &Reader<'_>, rules: &Library, case: &CaseFile) -> Result<BTreeSet<String>> {
    let hearing = case_file::hearing(reader, case.id).await?;
    let (_, sheet) = hearing.sheet(rules)?;
    let counted = count(reader, rules, &hearing).await?;
    Ok(counted.rounds.first().map(|round| differing_in(sheet, &round.ballots)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equally_frequent_points_the_lowest_is_agreed() {
        let points = |given: &[u8]| given.iter().copied().map(Points::new).collect::<Vec<_>>();
        assert_eq!(most_frequent(&points(&[3, 1, 3, 1])), Some((Points::new(1), 2)));
        assert_eq!(most_frequent(&points(&[0, 2, 2])), Some((Points::new(2), 2)));
        assert_eq!(most_frequent(&[]), None);
    }
}
