//! Why a verdict is what it is, as facts a page can phrase.

use num_rational::Ratio;

use super::gate::FailedGate;
use crate::pack::Pack;
use crate::points::{Points, Star};
use crate::sheet::{Code, CriterionId, Sheet};

/// One fact behind a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No ballot was cast.
    NoBallot,
    /// The mean lies in the band of this star.
    InBand {
        /// The star.
        star: Star,
        /// The mean.
        mean: Ratio<i64>,
    },
    /// A star above the band is refused by points.
    PointsShort {
        /// The refused star.
        star: Star,
        /// The least mean of its band.
        needs: u16,
        /// The mean.
        has: Ratio<i64>,
    },
    /// A star is refused by a gate.
    GateFailed {
        /// The refused star.
        star: Star,
        /// The criterion.
        criterion: CriterionId,
        /// The least points.
        needs: Points,
        /// What was compared.
        has: Ratio<i64>,
    },
    /// The dossier is rejected.
    Disqualified(Code),
    /// The evaluation was stopped.
    Stopped(Code),
}

/// Where a reason comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis<'a> {
    /// The article of the decision, where known.
    pub article: Option<&'a str>,
    /// The key of the source in the pack.
    pub source: &'a str,
}

impl Reason {
    /// The article and source the reason rests on; none where there is nothing to rest on.
    #[must_use]
    pub fn basis<'a>(&self, pack: &'a Pack, sheet: &'a Sheet) -> Option<Basis<'a>> {
        match self {
            Self::NoBallot => None,
            Self::InBand { .. } | Self::PointsShort { .. } => {
                let bands = pack.bands();
                Some(Basis { article: bands.article.as_deref(), source: &bands.source })
            }
            Self::GateFailed { .. } => {
                let gates = pack.gate_source();
                Some(Basis { article: gates.article.as_deref(), source: &gates.source })
            }
            Self::Disqualified(_) | Self::Stopped(_) => Some(Basis { article: None, source: &sheet.source }),
        }
    }
}

pub(super) fn reasons(
    pack: &Pack,
    mean: Option<Ratio<i64>>,
    failed: &[FailedGate],
    disqualified: &[Code],
    stopped: &[Code],
) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = disqualified.iter().cloned().map(Reason::Disqualified).collect();
    reasons.extend(stopped.iter().cloned().map(Reason::Stopped));
    let Some(mean) = mean else {
        reasons.push(Reason::NoBallot);
        return reasons;
    };
    let band = pack.band(mean);
    reasons.push(Reason::InBand { star: band, mean });
    for star in pack.recognised_stars() {
        if star > band {
            reasons.push(Reason::PointsShort { star, needs: pack.band_from(star), has: mean });
        }
        let gates = failed.iter().filter(|gate| gate.star == star);
        reasons.extend(gates.map(|gate| Reason::GateFailed {
            star,
            criterion: gate.criterion.clone(),
            needs: gate.needs,
            has: gate.has,
        }));
    }
    reasons
}
