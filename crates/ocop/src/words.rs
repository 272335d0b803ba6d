//! A short text in both languages.

use serde::Deserialize;

/// A text a person reads, Vietnamese first and English complete.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Words {
    /// Whether either language is empty.
    #[must_use]
    pub fn lacks_a_language(&self) -> bool {
        self.vi.trim().is_empty() || self.en.trim().is_empty()
    }
}
