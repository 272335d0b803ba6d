//! The cheapest way to a star: which options to raise, on which criteria.

mod knapsack;
mod unit;

use std::collections::HashMap;

use crate::ballot::{Ballot, Mark};
use crate::pack::Pack;
use crate::points::{Points, Star};
use crate::sheet::{Case, CriterionId, Sheet};

/// What raising a criterion costs, whatever the points; [`Effort::USUAL`] where nothing is set.
#[derive(Debug, Clone, Default)]
pub struct Effort {
    weights: HashMap<CriterionId, u32>,
}

impl Effort {
    /// What a criterion costs when nothing else is said: the way then changes the fewest criteria.
    pub const USUAL: u32 = 1;

    /// Sets what raising one criterion costs.
    #[must_use]
    pub fn with(mut self, criterion: CriterionId, weight: u32) -> Self {
        self.weights.insert(criterion, weight);
        self
    }

    /// What raising a criterion costs.
    #[must_use]
    pub fn of(&self, criterion: &CriterionId) -> u32 {
        self.weights.get(criterion).copied().unwrap_or(Self::USUAL)
    }
}

/// A way to a star: least effort first, then fewest extra points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The star it leads to.
    pub star: Star,
    /// What to raise, in the sheet's order; empty when the star is reached already.
    pub raises: Vec<Raise>,
    /// The effort of all raises.
    pub effort: u64,
    /// The points gained.
    pub extra: u16,
    /// The total afterwards.
    pub total: u16,
}

/// One criterion to raise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raise {
    /// The criterion.
    pub criterion: CriterionId,
    /// The case the option belongs to.
    pub case: Option<Case>,
    /// The points now.
    pub from: Points,
    /// The points of the option to reach.
    pub to: Points,
    /// The lowest star whose gate asks for more than the points now; none when only points are short.
    pub gate: Option<Star>,
    /// The evidence rows that support the criterion.
    pub evidence: Vec<String>,
}

/// The cheapest way from a ballot to a star; none when no options lead there.
#[must_use]
pub fn to_star(pack: &Pack, sheet: &Sheet, ballot: &Ballot, star: Star, effort: &Effort) -> Option<Way> {
    let now: u16 = ballot.parts(sheet).iter().sum();
    let short = pack.band_from(star).saturating_sub(now);
    let units = unit::units(sheet, ballot, star, effort);
    let chosen = knapsack::cheapest(&units, short)?;
    let mut raises = Vec::new();
    for (place, mark) in chosen.marks {
        raises.extend(raise(pack, sheet, ballot, place, mark, star));
    }
    raises.sort_by_key(|(place, _)| *place);
    Some(Way {
        star,
        raises: raises.into_iter().map(|(_, raise)| raise).collect(),
        effort: chosen.effort,
        extra: chosen.extra,
        total: now + chosen.extra,
    })
}

/// The cheapest way to the star above the one a ballot reaches; none from the top.
#[must_use]
pub fn to_next_star(pack: &Pack, sheet: &Sheet, ballot: &Ballot, effort: &Effort) -> Option<Way> {
    let star = crate::grade::verdict_of(pack, sheet, ballot).star?;
    to_star(pack, sheet, ballot, star.next()?, effort)
}

fn raise(
    pack: &Pack,
    sheet: &Sheet,
    ballot: &Ballot,
    place: usize,
    mark: Mark,
    star: Star,
) -> Option<(usize, Raise)> {
    let criterion = sheet.criteria().get(place)?;
    let from = ballot.points_at(place);
    let failed = criterion.gates.iter().filter(|(gate, needs)| *gate <= star && *needs > from);
    let raise = Raise {
        criterion: criterion.id.clone(),
        case: mark.case,
        from,
        to: mark.points,
        gate: failed.map(|(gate, _)| *gate).min(),
        evidence: pack.evidence_for(&criterion.key).map(str::to_owned).collect(),
    };
    Some((place, raise))
}
