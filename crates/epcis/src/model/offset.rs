//! The time zone offset in force where and when an event took place (section 7.4.1).

use std::fmt;

/// The furthest offset from UTC, in minutes.
const MAX_MINUTES: i16 = 14 * 60;

/// An offset from UTC, between -14:00 and +14:00.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Offset {
    minutes: i16,
    // `-00:00` is written as it came.
    minus: bool,
}

/// The text is no offset `±hh:mm`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OffsetFault;

impl Offset {
    /// Reads `+hh:mm` or `-hh:mm`.
    ///
    /// # Errors
    /// Another form, or beyond 14 hours.
    pub fn read(text: &str) -> Result<Self, OffsetFault> {
        let [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] = *text.as_bytes() else { return Err(OffsetFault) };
        let digit =
            |byte: u8| if byte.is_ascii_digit() { Ok(i16::from(byte - b'0')) } else { Err(OffsetFault) };
        let hours = digit(h1)? * 10 + digit(h2)?;
        let minutes = digit(m1)? * 10 + digit(m2)?;
        let all = hours * 60 + minutes;
        if minutes > 59 || all > MAX_MINUTES {
            return Err(OffsetFault);
        }
        let minus = sign == b'-';
        Ok(Self { minutes: if minus { -all } else { all }, minus })
    }

    /// An offset of that many minutes east of UTC.
    ///
    /// # Errors
    /// Beyond 14 hours.
    pub fn of_minutes(minutes: i16) -> Result<Self, OffsetFault> {
        if minutes.abs() > MAX_MINUTES {
            return Err(OffsetFault);
        }
        Ok(Self { minutes, minus: minutes < 0 })
    }

    /// Minutes east of UTC.
    #[must_use]
    pub const fn minutes(self) -> i16 {
        self.minutes
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, all) = (if self.minus { '-' } else { '+' }, self.minutes.unsigned_abs());
        write!(out, "{sign}{:02}:{:02}", all / 60, all % 60)
    }
}

impl fmt::Debug for Offset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}
