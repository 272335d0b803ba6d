//! Rounds of a year: until when to ask, by when there are results.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;

use super::Variant;

/// A day of every year, written `MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct MonthDay {
    month: i8,
    day: i8,
}

/// The text is no day of every year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no day of every year: MM-DD")]
pub struct NoMonthDay(String);

impl TryFrom<String> for MonthDay {
    type Error = NoMonthDay;

    fn try_from(text: String) -> Result<Self, NoMonthDay> {
        let parsed = text.split_once('-').and_then(|(month, day)| {
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // A common year: the day exists in every one.
            Date::new(2001, month, day).ok().map(|_| Self { month, day })
        });
        parsed.ok_or(NoMonthDay(text))
    }
}

impl MonthDay {
    /// The day in a year; none past the end of the calendar.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}-{:02}", self.month, self.day)
    }
}

/// A round of a level.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// The level whose council meets.
    pub level: String,
    /// Its number in the year.
    pub number: u8,
    /// The level below asks before this day.
    pub request_before: MonthDay,
    /// The results are out before this day.
    pub results_before: MonthDay,
}

/// A round with its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UpcomingRound {
    /// Its number in the year.
    pub number: u8,
    /// The request comes in before this day.
    pub request_before: Date,
    /// The results are out before this day.
    pub results_before: Date,
}

impl Variant {
    /// The first round of a level that a request made on `day` is still in time for.
    #[must_use]
    pub fn next_round(&self, level: &str, day: Date) -> Option<UpcomingRound> {
        let rounds = || self.rounds.iter().filter(|round| round.level == level);
        let years = [day.year(), day.year().checked_add(1)?];
        let dated = years.into_iter().flat_map(|year| rounds().filter_map(move |round| round.dated(year)));
        dated.filter(|round| day < round.request_before).min_by_key(|round| round.request_before)
    }
}

impl Round {
    /// The round whose requests end in a year.
    fn dated(&self, year: i16) -> Option<UpcomingRound> {
        let request_before = self.request_before.in_year(year)?;
        let same_year = self.results_before > self.request_before;
        let results_before =
            self.results_before.in_year(if same_year { year } else { year.checked_add(1)? })?;
        Some(UpcomingRound { number: self.number, request_before, results_before })
    }
}
