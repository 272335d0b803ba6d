//! Decimal numbers as written.

use std::fmt;

/// The longest number that is read, in characters.
const MAX_DIGITS: usize = 400;

/// A decimal number: its digits as captured, and its value for comparing.
#[derive(Clone, PartialEq)]
pub struct Number {
    written: Box<str>,
    value: f64,
}

/// The text is no decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberFault;

impl Number {
    /// Reads a number of JSON or an `xsd:decimal`, `xsd:float` or `xsd:double`, without the infinite ones.
    ///
    /// # Errors
    /// The text is no number, or its value is beyond a double.
    pub fn read(text: &str) -> Result<Self, NumberFault> {
        let plain = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
        if text.len() > MAX_DIGITS || !text.bytes().all(plain) {
            return Err(NumberFault);
        }
        let value: f64 = text.parse().map_err(|_| NumberFault)?;
        if value.is_finite() { Ok(Self { written: text.into(), value }) } else { Err(NumberFault) }
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The nearest double.
    #[must_use]
    pub const fn value(&self) -> f64 {
        self.value
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.written)
    }
}
