//! Points, stars and set numbers: small whole numbers that are not interchangeable.

use std::fmt;

use serde::Deserialize;

/// Points of one option or mark, in whole points of the sheet's scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(transparent)]
pub struct Points(u8);

impl Points {
    /// No option is met.
    pub const ZERO: Self = Self(0);

    /// Points of that many.
    #[must_use]
    pub const fn new(points: u8) -> Self {
        Self(points)
    }

    /// How many.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Points {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// A star grade, one to five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "u8")]
pub enum Star {
    /// One star.
    One = 1,
    /// Two stars.
    Two,
    /// Three stars.
    Three,
    /// Four stars.
    Four,
    /// Five stars.
    Five,
}

impl Star {
    /// Every star, lowest first.
    pub const ALL: [Self; 5] = [Self::One, Self::Two, Self::Three, Self::Four, Self::Five];

    /// The star as a number, 1 to 5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The star above, if there is one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::try_from(self.number() + 1).ok()
    }

    /// The star below, if there is one.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::try_from(self.number() - 1).ok()
    }
}

/// The number is not one of the five stars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no star: 1 to 5")]
pub struct NoStar(pub u8);

impl TryFrom<u8> for Star {
    type Error = NoStar;

    fn try_from(number: u8) -> Result<Self, NoStar> {
        Self::ALL.into_iter().find(|star| star.number() == number).ok_or(NoStar(number))
    }
}

impl fmt::Display for Star {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number().fmt(out)
    }
}

/// The number of a product set, from 1, as the decision numbers its sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "u8")]
pub struct SetNumber(u8);

impl SetNumber {
    /// The set as a number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Sets are numbered from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("sets are numbered from 1")]
pub struct NoSet;

impl TryFrom<u8> for SetNumber {
    type Error = NoSet;

    fn try_from(number: u8) -> Result<Self, NoSet> {
        if number == 0 { Err(NoSet) } else { Ok(Self(number)) }
    }
}

impl fmt::Display for SetNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}
