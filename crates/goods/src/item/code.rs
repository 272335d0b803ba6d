//! Sen's own key of a trade item: what labels carry where there is no GTIN.

use serde::{Deserialize, Serialize};

/// A key of ten characters as certificates have: read aloud without doubt, with a check character.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sea_orm::DeriveValueType)]
#[serde(transparent)]
pub struct ItemCode(certificate::Code);

impl ItemCode {
    /// A key from eight random bytes.
    pub fn of_random(bytes: [u8; 8]) -> Self {
        Self(certificate::Code::of_random(bytes))
    }

    /// Reads a key as people type it.
    ///
    /// # Errors
    /// It has another length, a strange character, or was mistyped.
    pub fn parse(text: &str) -> Result<Self, certificate::code::NoCode> {
        certificate::Code::parse(text).map(Self)
    }

    /// As in addresses.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl std::fmt::Display for ItemCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
