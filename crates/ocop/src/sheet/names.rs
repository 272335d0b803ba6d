//! The names a sheet uses: parts, cases, criterion numbers, keys, codes.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

/// The three parts of every sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Part {
    /// The product and the strength of its community.
    A,
    /// Marketing capability.
    B,
    /// Product quality.
    C,
}

impl Part {
    /// The parts in the sheet's order.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The letter the sheet prints.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }

    /// Place among [`Part::ALL`].
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }
}

/// One of the two cases where the sheet says "choose one of two cases".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// The first case.
    A,
    /// The second case.
    B,
}

impl Case {
    /// The lower-case letter of the sheet.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// The case with this lower-case letter.
    #[must_use]
    pub fn from_letter(letter: &str) -> Option<Self> {
        [Self::A, Self::B].into_iter().find(|case| case.letter() == letter)
    }
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Arc::from(text))
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

name! {
    /// The number of a criterion in its sheet, such as `1.4`, `6.2.1` or `1.đ`.
    CriterionId
}
name! {
    /// The idea of a criterion, the same across sets and decrees, such as `story.documentation`.
    CriterionKey
}
name! {
    /// A finding that disqualifies or stops a product, such as `FORGED_DOSSIER`.
    Code
}
