//! When a standing query is asked: matching seconds, minutes, hours, days, months and weekdays (EPCIS 2.0, section
//! 8.2.5.3), on the clock of Vietnam.
//!
//! A field that is not given matches anything where a coarser one is given, and its first value where a finer one would
//! only repeat the query: `{"hour":"1","minute":"5"}` is once a day.

use ground::Instant;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How far ahead a time is looked for: leap days come within it.
const DAYS_AHEAD: i64 = 366 * 9;
/// Longest text of a field.
const MAX_TEXT: usize = 200;
/// The fields, from the finest on; a day of the week is as coarse as a day.
const FIELDS: [(&str, i8, i8, u8); 6] = [
    ("second", 0, 59, 0),
    ("minute", 0, 59, 1),
    ("hour", 0, 23, 2),
    ("dayOfMonth", 1, 31, 3),
    ("month", 1, 12, 4),
    ("dayOfWeek", 1, 7, 3),
];

/// A schedule as its writer wrote it: the text of each field that is given, in the order of the standard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Schedule([Option<String>; FIELDS.len()]);

/// The field of a schedule that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BadField(pub &'static str);

/// A schedule that is proved: the values of each field, in the order of the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Times([Vec<i8>; FIELDS.len()]);

impl Schedule {
    /// The schedule of some fields, each told by its name; none where none is given.
    pub(crate) fn of<'v>(field: impl Fn(&str) -> Option<&'v str>) -> Option<Self> {
        let fields = FIELDS.map(|(name, ..)| field(name).map(str::to_owned));
        fields.iter().any(Option::is_some).then_some(Self(fields))
    }

    /// The schedule of an object of JSON, whose values are texts or numbers.
    ///
    /// # Errors
    /// No object, a field that is none, a value that is neither text nor number.
    pub(crate) fn of_json(value: &Value) -> Result<Self, BadField> {
        let object = value.as_object().ok_or(BadField("schedule"))?;
        let mut schedule = Self::default();
        for (name, value) in object {
            let place = FIELDS.iter().position(|(known, ..)| known == name).ok_or(BadField("schedule"))?;
            schedule.0[place] = match value {
                Value::Null => None,
                Value::String(text) => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                _ => return Err(BadField(FIELDS[place].0)),
            };
        }
        Ok(schedule)
    }

    /// As JSON.
    pub(crate) fn json(&self) -> Value {
        let given = FIELDS.iter().zip(&self.0);
        given
            .filter_map(|((name, ..), text)| Some(((*name).to_owned(), Value::from(text.clone()?))))
            .collect()
    }

    /// The times of the schedule.
    ///
    /// # Errors
    /// A field that does not hold, or none that is given.
    pub(crate) fn times(&self) -> Result<Times, BadField> {
        let given = FIELDS.iter().zip(&self.0);
        let finest = given.filter(|(_, text)| text.is_some()).map(|((.., rank), _)| *rank).min();
        let finest = finest.ok_or(BadField("schedule"))?;
        let mut times = Times(std::array::from_fn(|_| Vec::new()));
        for (place, (name, first, last, rank)) in FIELDS.into_iter().enumerate() {
            times.0[place] = match &self.0[place] {
                Some(text) => values(text, first, last).ok_or(BadField(name))?,
                None if rank < finest => vec![first],
                None => (first..=last).collect(),
            };
        }
        Ok(times)
    }
}

// `5`, `1,3,5`, `[8-17]`, and `0/15` as the standard's own example has it.
fn values(text: &str, first: i8, last: i8) -> Option<Vec<i8>> {
    if text.len() > MAX_TEXT {
        return None;
    }
    let number = |text: &str| text.trim().parse::<i8>().ok().filter(|number| (first..=last).contains(number));
    let mut all = Vec::new();
    for part in text.split(',') {
        let part = part.trim();
        let bare = part.strip_prefix('[').and_then(|part| part.strip_suffix(']')).unwrap_or(part);
        if let Some((from, to)) = bare.split_once('-') {
            let (from, to) = (number(from)?, number(to)?);
            if from > to {
                return None;
            }
            all.extend(from..=to);
        } else if let Some((from, step)) = bare.split_once('/') {
            let step: usize = step.trim().parse().ok().filter(|step| *step > 0)?;
            all.extend((number(from)?..=last).step_by(step));
        } else {
            all.push(number(bare)?);
        }
    }
    all.sort_unstable();
    all.dedup();
    Some(all)
}

impl Times {
    /// The first time after an instant; none where no day ever fits.
    pub(crate) fn next(&self, after: Instant) -> Option<Instant> {
        let begun = after.in_vietnam();
        for ahead in 0..DAYS_AHEAD {
            let day = begun.date().checked_add(ahead.days()).ok()?;
            if !self.has(day) {
                continue;
            }
            if let Some(time) = self.first_of_day((ahead == 0).then(|| begun.time())) {
                let at = day.to_datetime(time).to_zoned_datetime(begun.time_zone().clone()).ok()?;
                return Some(Instant::from_micros(at.timestamp().as_microsecond()));
            }
        }
        None
    }

    fn has(&self, day: Date) -> bool {
        let [.., days, months, weekdays] = &self.0;
        months.contains(&day.month())
            && days.contains(&day.day())
            && weekdays.contains(&day.weekday().to_monday_one_offset())
    }

    fn first_of_day(&self, after: Option<Time>) -> Option<Time> {
        let [seconds, minutes, hours, ..] = &self.0;
        let hours = hours.iter().filter(|hour| after.is_none_or(|after| **hour >= after.hour()));
        hours.flat_map(|hour| minutes.iter().map(move |minute| (*hour, *minute))).find_map(
            |(hour, minute)| {
                let times = seconds.iter().filter_map(|second| Time::new(hour, minute, *second, 0).ok());
                times.filter(|time| after.is_none_or(|after| *time > after)).min()
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use ground::Instant;
    use serde_json::json;

    use super::{BadField, Schedule};

    fn next(schedule: serde_json::Value, after: &str) -> Option<String> {
        let times = Schedule::of_json(&schedule).unwrap().times().unwrap();
        times.next(Instant::parse(after).unwrap()).map(Instant::rfc3339)
    }

    #[test]
    fn the_next_time_is_found_on_the_clock_of_vietnam() {
        let cases = [
            (json!({"hour": "1", "minute": "5"}), "2026-11-29T18:04:59Z", Some("2026-11-29T18:05:00Z")),
            (json!({"hour": 1, "minute": 5}), "2026-11-29T18:05:00Z", Some("2026-11-30T18:05:00Z")),
            (json!({"second": "0/30"}), "2026-11-29T18:05:00.5Z", Some("2026-11-29T18:05:30Z")),
            (json!({"second": "0,30"}), "2026-11-29T18:05:30Z", Some("2026-11-29T18:06:00Z")),
            (json!({"hour": "[8-10]"}), "2026-11-29T02:30:00Z", Some("2026-11-29T03:00:00Z")),
            (json!({"dayOfWeek": "1"}), "2026-11-29T18:00:00Z", Some("2026-12-06T17:00:00Z")),
            (json!({"month": "2", "dayOfMonth": "29"}), "2026-11-29T00:00:00Z", Some("2028-02-28T17:00:00Z")),
            (json!({"month": "2", "dayOfMonth": "30"}), "2026-11-29T00:00:00Z", None),
        ];
        for (schedule, after, expected) in cases {
            assert_eq!(next(schedule.clone(), after).as_deref(), expected, "{schedule} after {after}");
        }
    }

    #[test]
    fn a_field_that_does_not_hold_is_named() {
        let cases = [
            (json!({}), "schedule"),
            (json!({"second": "60"}), "second"),
            (json!({"minute": "x"}), "minute"),
            (json!({"hour": "[10-8]"}), "hour"),
            (json!({"dayOfMonth": "0"}), "dayOfMonth"),
            (json!({"month": ""}), "month"),
            (json!({"dayOfWeek": "1/0"}), "dayOfWeek"),
            (json!({"dayOfWeek": true}), "dayOfWeek"),
            (json!({"year": "2027"}), "schedule"),
            (json!("daily"), "schedule"),
        ];
        for (schedule, field) in cases {
            let refused = Schedule::of_json(&schedule).and_then(|schedule| schedule.times());
            assert_eq!(refused, Err(BadField(field)), "{schedule}");
        }
    }
}
