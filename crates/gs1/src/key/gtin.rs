//! Global Trade Item Numbers of 8, 12, 13 and 14 digits, all kept as 14.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::named::checked;
use crate::ai::number;
use crate::{Code, Gs1Error};

/// The digits of a GTIN as data carriers and links write it.
pub(crate) const DIGITS: usize = 14;

/// A Global Trade Item Number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gtin(Box<str>);

/// The shortest form that holds a GTIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GtinForm {
    /// GTIN-8.
    Eight,
    /// GTIN-12.
    Twelve,
    /// GTIN-13.
    Thirteen,
    /// GTIN-14.
    Fourteen,
}

impl Gtin {
    /// Reads 8, 12, 13 or 14 digits.
    ///
    /// # Errors
    /// Another length, something else than digits, a wrong check digit, no company prefix.
    pub fn new(text: &str) -> Result<Self, Gs1Error> {
        let Some(digits) = padded(text) else {
            let code = if text.len() > DIGITS { Code::ValueTooLong } else { Code::ValueTooShort };
            return Err(Gs1Error::new(code, "01", 0, text).expecting("8, 12, 13, 14"));
        };
        checked(number::GTIN, &digits).map(Self)
    }

    /// All 14 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The shortest form that holds it.
    #[must_use]
    pub fn form(&self) -> GtinForm {
        match self.0.bytes().take_while(|byte| *byte == b'0').count() {
            0 => GtinForm::Fourteen,
            1 => GtinForm::Thirteen,
            2..=5 => GtinForm::Twelve,
            _ => GtinForm::Eight,
        }
    }

    /// The digits of its shortest form.
    #[must_use]
    pub fn short(&self) -> &str {
        let length = match self.form() {
            GtinForm::Eight => 8,
            GtinForm::Twelve => 12,
            GtinForm::Thirteen => 13,
            GtinForm::Fourteen => DIGITS,
        };
        &self.0[DIGITS - length..]
    }
}

/// A GTIN's text filled with zeros to 14 digits; none where its length is no GTIN's.
pub(crate) fn padded(text: &str) -> Option<Cow<'_, str>> {
    match text.len() {
        DIGITS => Some(Cow::Borrowed(text)),
        short @ (8 | 12 | 13) => Some(Cow::Owned([&"000000"[..DIGITS - short], text].concat())),
        _ => None,
    }
}

impl FromStr for Gtin {
    type Err = Gs1Error;

    fn from_str(text: &str) -> Result<Self, Gs1Error> {
        Self::new(text)
    }
}

impl fmt::Display for Gtin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
