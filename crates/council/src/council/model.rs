//! What a council's rules of procedure settle, since the decrees leave it open.

use ground::words_enum;
use ocop::{GateBasis, Terms};

use super::{Council, CouncilRules};

words_enum! {
    /// What a star gate is tested on.
    Basis {
        /// The option most members chose.
        Agreed = "agreed",
        /// Every ballot.
        Each = "each",
        /// The mean of the marks.
        Mean = "mean",
    }
}

/// The usual least share of members present, in per cent (rules of several provinces).
pub const USUAL_QUORUM_PERCENT: i32 = 75;
/// Rounds of marking there can be.
pub const ROUNDS: i32 = 2;

impl CouncilRules {
    /// The same for the engine.
    pub fn terms(&self) -> Terms {
        let gate_basis = match self.gate_basis {
            Basis::Agreed => GateBasis::Agreed,
            Basis::Each => GateBasis::Each,
            Basis::Mean => GateBasis::Mean,
        };
        Terms { gate_basis, spread_limit: u32::try_from(self.spread_limit).unwrap_or_default() }
    }

    /// How many of so many members must be there: the share, rounded up.
    pub fn required(&self, members: usize) -> usize {
        let share = usize::try_from(self.quorum_percent).unwrap_or_default();
        (members * share).div_ceil(100)
    }
}

/// A council as policies see it.
pub fn resource(council: &Council, seats: &[crate::seat::Seat]) -> ground::Resource {
    crate::seat::people(ground::Resource::new("council", council.id), council, seats)
}

#[cfg(test)]
mod tests {
    use ground::Instant;
    use proptest::prelude::*;

    use super::*;
    use crate::council::{CouncilId, CouncilRulesId};

    fn rules(quorum_percent: i32) -> CouncilRules {
        CouncilRules {
            id: CouncilRulesId(uuid::Uuid::nil()),
            council_id: CouncilId(uuid::Uuid::nil()),
            n: 1,
            quorum_percent,
            chair_required: true,
            spread_limit: 10,
            gate_basis: Basis::Agreed,
            shows_spread: true,
            set_at: Instant::from_micros(0),
            set_by: None,
        }
    }

    #[test]
    fn three_quarters_of_thirteen_are_ten() {
        assert_eq!(rules(75).required(13), 10);
        assert_eq!(rules(75).required(12), 9);
        assert_eq!(rules(75).required(0), 0);
    }

    proptest! {
        #[test]
        fn the_required_number_is_the_least_that_reaches_the_share(percent in 1i32..=100, members in 0usize..60) {
            let required = rules(percent).required(members);
            let share = usize::try_from(percent).unwrap();
            prop_assert!(required * 100 >= members * share);
            prop_assert!(required == 0 || (required - 1) * 100 < members * share);
        }
    }
}
