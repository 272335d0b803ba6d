//! A point in time.

use jiff::{Timestamp, ZonedDateTime, tz::TimeZone};
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};

use super::Day;

/// Hours by which Vietnam is ahead of UTC; it keeps no summer time, and 1976 is the earliest record kept here.
const VIETNAM_OFFSET_HOURS: i8 = 7;

/// Microseconds since 1970 in UTC; a whole number on every database.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType,
)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    /// From microseconds since 1970 in UTC.
    pub fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970 in UTC.
    pub fn micros(self) -> i64 {
        self.0
    }

    /// This many seconds later (earlier when negative).
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// The wall clock in Vietnam.
    pub fn in_vietnam(self) -> ZonedDateTime {
        let timestamp = Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        timestamp.to_zoned_datetime(TimeZone::fixed(jiff::tz::offset(VIETNAM_OFFSET_HOURS)))
    }

    /// The day in Vietnam.
    pub fn day(self) -> Day {
        Day(self.in_vietnam().date())
    }

    /// RFC 3339 in UTC, for machines.
    pub fn rfc3339(self) -> String {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
    }

    /// An instant from RFC 3339.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse::<Timestamp>().ok().map(|t| Self(t.as_microsecond()))
    }
}
