//! What one part of an identifier may be.

use std::borrow::Cow;

use super::glob;
use crate::query::percent::decoded;

/// What one part of an identifier may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Anything.
    Any,
    /// This value.
    Exact(Box<str>),
    /// A text with `*` for any characters.
    Glob(Box<str>),
    /// Digits whose number lies between these two, both within.
    Range(u64, u64),
}

impl Span {
    /// Reads `*`, `[low-high]`, a text with `*`, or a value; percent codes are read. None for a broken range.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text == "*" {
            return Some(Self::Any);
        }
        if let Some(range) = text.strip_prefix('[') {
            let (low, high) = range.strip_suffix(']')?.split_once('-')?;
            let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?;
            let (low, high) = (number(low)?, number(high)?);
            return (low <= high).then_some(Self::Range(low, high));
        }
        if text.contains(['[', ']']) {
            return None;
        }
        let value = decoded(text, false)?;
        Some(if text.contains('*') { Self::Glob(value.into()) } else { Self::Exact(value.into()) })
    }

    /// Whether a value, percent codes read, fits.
    pub(super) fn fits(&self, value: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Exact(wanted) => **wanted == *value,
            Self::Glob(pattern) => glob::fits(pattern, value),
            Self::Range(low, high) => {
                let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
                digits && value.parse().is_ok_and(|number: u64| *low <= number && number <= *high)
            }
        }
    }
}

pub(super) fn plain(segment: &str) -> Cow<'_, str> {
    decoded(segment, false).unwrap_or(Cow::Borrowed(segment))
}
