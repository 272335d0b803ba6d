//! The language of what people read on the terminal.

use clap::ValueEnum;

/// Vietnamese or English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Lang {
    /// English where `LANG` asks for it, Vietnamese otherwise.
    pub(crate) fn of_environment() -> Self {
        match std::env::var("LANG") {
            Ok(lang) if lang.to_ascii_lowercase().starts_with("en") => Self::En,
            _ => Self::Vi,
        }
    }

    /// The text in this language.
    pub(crate) fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// The words of a rule pack in this language.
    pub(crate) fn words(self, words: &ocop::Words) -> &str {
        self.pick(&words.vi, &words.en)
    }
}
