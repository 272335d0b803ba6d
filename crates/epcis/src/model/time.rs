//! Times as captured, and the instants they name.

use std::fmt;

const DAY: i64 = 86_400;
const NANOS: i128 = 1_000_000_000;

/// A time as captured, with its offset.
#[derive(Clone, PartialEq, Eq)]
pub struct Time {
    written: Box<str>,
    seconds: i64,
    nanos: u32,
}

/// Why a text is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeFault {
    /// Not `YYYY-MM-DDThh:mm:ss[.fff](Z|±hh:mm)`.
    Form,
    /// The date or time of day does not exist.
    Range,
    /// There is no zone offset.
    NoOffset,
}

impl Time {
    /// Reads an RFC 3339 time, which is an `xsd:dateTime` with its zone.
    ///
    /// # Errors
    /// Another form, no zone, or no such day.
    pub fn read(text: &str) -> Result<Self, TimeFault> {
        let (seconds, nanos) = instant(text)?;
        Ok(Self { written: text.into(), seconds, nanos })
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Nanoseconds since 1970 in UTC.
    #[must_use]
    pub fn unix_nanos(&self) -> i128 {
        i128::from(self.seconds) * NANOS + i128::from(self.nanos)
    }

    /// Whole seconds since 1970 in UTC, rounded down.
    #[must_use]
    pub const fn unix_seconds(&self) -> i64 {
        self.seconds
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.written)
    }
}

fn number(bytes: &[u8]) -> Result<i64, TimeFault> {
    bytes.iter().try_fold(0, |all, byte| {
        if byte.is_ascii_digit() { Ok(all * 10 + i64::from(byte - b'0')) } else { Err(TimeFault::Form) }
    })
}

/// Seconds and nanoseconds since 1970 of an RFC 3339 time; digits beyond nanoseconds are cut.
pub(crate) fn instant(text: &str) -> Result<(i64, u32), TimeFault> {
    let bytes = text.as_bytes();
    if bytes.len() < 19 || bytes[4] != b'-' || bytes[7] != b'-' || !matches!(bytes[10], b'T' | b't') {
        return Err(TimeFault::Form);
    }
    if bytes[13] != b':' || bytes[16] != b':' {
        return Err(TimeFault::Form);
    }
    let (year, month, day) = (number(&bytes[0..4])?, number(&bytes[5..7])?, number(&bytes[8..10])?);
    let (hour, minute, second) = (number(&bytes[11..13])?, number(&bytes[14..16])?, number(&bytes[17..19])?);
    let (nanos, rest) = fraction(&bytes[19..])?;
    let offset = zone(rest)?;
    let in_day = hour <= 23 && minute <= 59 && second <= 59;
    if !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) || !in_day {
        return Err(TimeFault::Range);
    }
    let days = days_since_1970(year, month, day);
    Ok((days * DAY + hour * 3600 + minute * 60 + second - offset, nanos))
}

fn fraction(bytes: &[u8]) -> Result<(u32, &[u8]), TimeFault> {
    let Some((b'.', rest)) = bytes.split_first() else { return Ok((0, bytes)) };
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 {
        return Err(TimeFault::Form);
    }
    let nanos = (0..9).fold(0, |all, place| {
        let digit = if place < digits { u32::from(rest[place] - b'0') } else { 0 };
        all * 10 + digit
    });
    Ok((nanos, &rest[digits..]))
}

// Seconds east of UTC.
fn zone(bytes: &[u8]) -> Result<i64, TimeFault> {
    match *bytes {
        [] => Err(TimeFault::NoOffset),
        [b'Z' | b'z'] => Ok(0),
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let (hours, minutes) = (number(&bytes[1..3])?, number(&bytes[4..6])?);
            if hours > 23 || minutes > 59 {
                return Err(TimeFault::Range);
            }
            let east = hours * 3600 + minutes * 60;
            Ok(if sign == b'-' { -east } else { east })
        }
        _ => Err(TimeFault::Form),
    }
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

// The Gregorian calendar repeats after 400 years; a year is counted from March so that its last day leaps.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a number of days since 1970.
pub(crate) fn date_of(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}
