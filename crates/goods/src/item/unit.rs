//! Units in which goods are counted, by their codes in UN/ECE Recommendation 20, which EPCIS takes (CBV 2.0, 7.2).

use ground::words_enum;

words_enum! {
    /// A unit.
    Unit {
        /// Kilogram.
        Kilogram = "KGM",
        /// Gram.
        Gram = "GRM",
        /// Tonne.
        Tonne = "TNE",
        /// Litre.
        Litre = "LTR",
        /// Millilitre.
        Millilitre = "MLT",
        /// Piece: a bottle, a bag, an egg.
        Piece = "H87",
    }
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Mass, in grams.
    Mass,
    /// Volume, in millilitres.
    Volume,
    /// Number.
    Number,
}

impl Unit {
    /// What it measures, and how many of the smallest unit of that measure it is.
    pub const fn measure(self) -> (Measure, i64) {
        match self {
            Self::Gram => (Measure::Mass, 1),
            Self::Kilogram => (Measure::Mass, 1_000),
            Self::Tonne => (Measure::Mass, 1_000_000),
            Self::Millilitre => (Measure::Volume, 1),
            Self::Litre => (Measure::Volume, 1_000),
            Self::Piece => (Measure::Number, 1),
        }
    }
}
