//! Star gates: "star s needs at least g points on criterion c".

use num_rational::Ratio;

use crate::ballot::Ballot;
use crate::points::{Points, Star};
use crate::sheet::{CriterionId, Sheet};

/// What a gate is tested on. The decree does not say; the council's rules of procedure do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GateBasis {
    /// The most frequent points, the lowest where several are equally frequent.
    #[default]
    Agreed,
    /// Every ballot.
    Each,
    /// The exact mean of the marks.
    Mean,
}

/// A gate that is not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedGate {
    /// The star it guards.
    pub star: Star,
    /// The criterion.
    pub criterion: CriterionId,
    /// The least points.
    pub needs: Points,
    /// What was compared.
    pub has: Ratio<i64>,
}

/// Every gate that the ballots do not meet, in the sheet's order of gates.
pub(super) fn failed(sheet: &Sheet, ballots: &[Ballot], basis: GateBasis) -> Vec<FailedGate> {
    let mut failed = Vec::new();
    for gate in sheet.gates() {
        let marks: Vec<u8> = ballots.iter().map(|ballot| ballot.points_at(gate.criterion).get()).collect();
        let has = compared(&marks, basis);
        if has < Ratio::from_integer(i64::from(gate.needs.get()))
            && let Some(criterion) = sheet.criteria().get(gate.criterion)
        {
            failed.push(FailedGate {
                star: gate.star,
                criterion: criterion.id.clone(),
                needs: gate.needs,
                has,
            });
        }
    }
    failed
}

/// What a gate compares, for the marks of at least one ballot on one criterion.
fn compared(marks: &[u8], basis: GateBasis) -> Ratio<i64> {
    match basis {
        GateBasis::Agreed => Ratio::from_integer(i64::from(agreed(marks))),
        GateBasis::Each => Ratio::from_integer(marks.iter().copied().min().map_or(0, i64::from)),
        GateBasis::Mean => {
            let sum = marks.iter().copied().map(i64::from).sum();
            i64::try_from(marks.len())
                .ok()
                .filter(|n| *n > 0)
                .map_or_else(Ratio::default, |n| Ratio::new(sum, n))
        }
    }
}

fn agreed(marks: &[u8]) -> u8 {
    let mut sorted = marks.to_vec();
    sorted.sort_unstable();
    let mut best = (0, 0);
    for run in sorted.chunk_by(|one, other| one == other) {
        if let Some(&points) = run.first()
            && run.len() > best.0
        {
            best = (run.len(), points);
        }
    }
    best.1
}
