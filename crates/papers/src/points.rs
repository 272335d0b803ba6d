//! Points as a paper prints them.

use std::fmt;

use serde::{Serialize, Serializer};

/// Points in hundredths, printed the Vietnamese way: `72`, `72,5`, `89,99`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points {
    hundredths: u32,
}

impl Points {
    /// Whole points.
    #[must_use]
    pub const fn whole(points: u32) -> Self {
        Self { hundredths: points.saturating_mul(100) }
    }

    /// The quotient `sum / count`, cut after two decimals and never rounded up: a mean of 89,996 must not
    /// read as the 90 that opens the next star. Zero when `count` is.
    #[must_use]
    pub fn mean(sum: u32, count: u32) -> Self {
        let hundredths = (u64::from(sum) * 100).checked_div(u64::from(count)).unwrap_or(0);
        Self { hundredths: u32::try_from(hundredths).unwrap_or(u32::MAX) }
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        match rest {
            0 => write!(f, "{whole}"),
            tenths if tenths % 10 == 0 => write!(f, "{whole},{}", tenths / 10),
            _ => write!(f, "{whole},{rest:02}"),
        }
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_mean_is_never_rounded_up_to_the_next_star() {
        assert_eq!(Points::mean(1_169_999, 13_000).to_string(), "89,99");
        assert_eq!(Points::mean(145, 2).to_string(), "72,5");
        assert_eq!(Points::mean(7_205, 100).to_string(), "72,05");
        assert_eq!(Points::mean(0, 0).to_string(), "0");
    }

    proptest! {
        #[test]
        fn a_mean_printed_is_below_the_mean_by_less_than_a_hundredth(sum in 0u32..100_000, count in 1u32..100) {
            let printed: f64 = Points::mean(sum, count).to_string().replace(',', ".").parse().unwrap();
            let mean = f64::from(sum) / f64::from(count);
            prop_assert!(printed <= mean + 1e-9 && mean - printed < 0.01 + 1e-9);
        }
    }
}
