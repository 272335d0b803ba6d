//! The number of a lot: what AI 10 carries.

use serde::{Deserialize, Serialize};

/// Most characters (GS1 General Specifications, AI 10).
pub const MOST: usize = 20;

/// A lot's number: up to 20 characters of the invariant set, in capitals so that two people write it alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sea_orm::DeriveValueType)]
#[serde(transparent)]
pub struct LotCode(String);

impl LotCode {
    /// Reads a number as people type it; spaces go, small letters become capitals.
    ///
    /// # Errors
    /// What AI 10 does not carry.
    pub fn parse(text: &str) -> Result<Self, gs1::Gs1Error> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
        Self::exact(&text)
    }

    /// A number as a code carries it.
    ///
    /// # Errors
    /// What AI 10 does not carry.
    pub fn exact(text: &str) -> Result<Self, gs1::Gs1Error> {
        if let Some(ai) = gs1::Ai::of(10) {
            ai.check(text)?;
        }
        Ok(Self(text.to_owned()))
    }

    /// As on a label.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for LotCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
