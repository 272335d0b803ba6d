//! A member who lies far from the rest: shown to the chair after a round is closed, never before.

use num_rational::Ratio;
use ocop::Verdict;

/// A ballot far from the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlier {
    /// Its place among the ballots.
    pub place: usize,
    /// Who.
    pub member: String,
    /// The total.
    pub total: u16,
    /// The mean of the others.
    pub others: Ratio<i64>,
}

impl Outlier {
    /// How far it lies from the mean of the others.
    pub fn distance(&self) -> Ratio<i64> {
        let total = Ratio::from_integer(i64::from(self.total));
        if total > self.others { total - self.others } else { self.others - total }
    }
}

/// The ballots that lie further from the mean of the others than the spread the rules allow.
pub fn outliers(verdict: &Verdict, limit: i32) -> Vec<Outlier> {
    let totals: Vec<i64> = verdict.ballots.iter().map(|tally| i64::from(tally.total)).collect();
    let sum: i64 = totals.iter().sum();
    let Some(rest) = i64::try_from(totals.len()).ok().map(|count| count - 1).filter(|rest| *rest > 1) else {
        return Vec::new();
    };
    let outlier = |(place, tally): (usize, &ocop::grade::Tally)| Outlier {
        place,
        member: tally.member.clone(),
        total: tally.total,
        others: Ratio::new(sum - i64::from(tally.total), rest),
    };
    let found = verdict.ballots.iter().enumerate().map(outlier);
    found.filter(|outlier| outlier.distance() > Ratio::from_integer(i64::from(limit))).collect()
}
