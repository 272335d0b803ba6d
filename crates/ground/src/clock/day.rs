//! A calendar day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};

use super::Instant;

/// A day in Vietnam; stored as `YYYY-MM-DD`, so that order in the database is order in time.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType,
)]
#[serde(transparent)]
#[sea_orm(value_type = "String")]
pub struct Day(pub Date);

impl Day {
    /// A day of the calendar, if there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// This many days later (earlier when negative).
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// This many months later; the last day of a shorter month.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().months(months)))
    }

    /// Days from this day until another; negative when it lies before.
    pub fn days_until(self, other: Self) -> i64 {
        self.0.until(other.0).map_or(0, |span| i64::from(span.get_days()))
    }

    /// Midnight in Vietnam at the start of the day.
    pub fn start(self) -> Instant {
        let micros = self
            .0
            .to_zoned_datetime(jiff::tz::TimeZone::fixed(jiff::tz::offset(7)))
            .map_or(0, |zoned| zoned.timestamp().as_microsecond());
        Instant::from_micros(micros)
    }

    /// As people write it in Vietnam: 14/10/2026.
    pub fn people(self) -> String {
        format!("{:02}/{:02}/{}", self.0.day(), self.0.month(), self.0.year())
    }

    /// From `14/10/2026`, `14-10-2026` or `2026-10-14`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(date) = text.parse::<Date>() {
            return Some(Self(date));
        }
        let mut parts = text.split(['/', '-', '.']).map(str::trim);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_date_is_read_as_people_write_it() {
        let day = Day::new(2026, 10, 14).unwrap();
        for text in ["14/10/2026", "14-10-2026", " 2026-10-14 ", "14.10.2026"] {
            assert_eq!(Day::parse(text), Some(day), "{text}");
        }
        for text in ["31/02/2026", "14/10/26", "hôm nay", "1/2/3/2026"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn midnight_is_midnight_in_vietnam() {
        let day = Day::new(2025, 7, 1).unwrap();
        assert_eq!(day.start().rfc3339(), "2025-06-30T17:00:00Z");
        assert_eq!(day.start().day(), day);
    }
}
