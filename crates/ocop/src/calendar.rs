//! Working days: weekends, public holidays and the Saturdays worked in exchange, as data.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use crate::words::Words;

/// Days that differ from the ordinary week.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "WrittenCalendar")]
pub struct Calendar {
    off: BTreeMap<Date, Holiday>,
    worked: BTreeSet<Date>,
}

/// A day off on a weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// What it is.
    pub name: Words,
    /// Whether its date is settled by a decision that was read; otherwise to be verified.
    pub settled: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCalendar {
    holidays: Vec<WrittenHoliday>,
    #[serde(default)]
    worked_saturdays: Vec<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHoliday {
    name: Words,
    days: Vec<Date>,
    #[serde(default)]
    verify: bool,
}

impl From<WrittenCalendar> for Calendar {
    fn from(written: WrittenCalendar) -> Self {
        let mut off = BTreeMap::new();
        for WrittenHoliday { name, days, verify } in written.holidays {
            off.extend(days.into_iter().map(|day| (day, Holiday { name: name.clone(), settled: !verify })));
        }
        Self { off, worked: written.worked_saturdays.into_iter().collect() }
    }
}

impl Calendar {
    /// Whether offices work on that day.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        if self.worked.contains(&day) {
            return true;
        }
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        !weekend && !self.off.contains_key(&day)
    }

    /// The holiday on that day.
    #[must_use]
    pub fn holiday(&self, day: Date) -> Option<&Holiday> {
        self.off.get(&day)
    }

    /// The last day of a clock of so many working days that starts the day after `from`;
    /// with none, `from` itself. `None` past the end of the calendar.
    #[must_use]
    pub fn due(&self, from: Date, working_days: u16) -> Option<Date> {
        let mut day = from;
        let mut left = working_days;
        while left > 0 {
            day = day.tomorrow().ok()?;
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        Some(day)
    }

    /// How many working days lie after `from` up to and including `to`.
    #[must_use]
    pub fn working_days_between(&self, from: Date, to: Date) -> u32 {
        from.tomorrow().map_or(0, |first| {
            first
                .series(jiff::Span::new().days(1))
                .take_while(|day| *day <= to)
                .fold(0, |count, day| count + u32::from(self.is_working_day(day)))
        })
    }
}
