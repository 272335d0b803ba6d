//! Working hours: "open until 17:00", "closed, opens again Monday 7:30".

use ground::{Instant, Lang};
use jiff::civil::{Time, Weekday};

use crate::Words;

/// Whether the office is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// Until this hour.
    Until(String),
    /// Again today at this hour.
    Later(String),
    /// Again on this weekday (1 = Monday) at this hour.
    On(i8, String),
    /// No working hours are set.
    Unknown,
}

impl Open {
    /// In words.
    pub fn words(&self, words: &Words, lang: Lang) -> String {
        match self {
            Self::Until(hour) => words.text(lang, "frame-open-until", &[("hour", hour.clone())]),
            Self::Later(hour) => words.text(lang, "frame-closed-until", &[("hour", hour.clone())]),
            Self::On(day, hour) => {
                let day = words.text(lang, &format!("weekday-{day}"), &[]);
                words.text(lang, "frame-closed-until-day", &[("day", day), ("hour", hour.clone())])
            }
            Self::Unknown => String::new(),
        }
    }
}

/// The state of the office at an instant; `hours` are half-days like `07:30-11:30,13:30-17:00`, Monday to Friday.
pub fn open_now(hours: &str, at: Instant) -> Open {
    let spans: Vec<(Time, Time)> = hours.split(',').filter_map(span).collect();
    let Some((first, _)) = spans.first() else { return Open::Unknown };
    let now = at.in_vietnam();
    let (weekday, time) = (now.weekday(), now.time());
    let is_working_day = !matches!(weekday, Weekday::Saturday | Weekday::Sunday);
    if is_working_day {
        if let Some((_, end)) = spans.iter().find(|(start, end)| *start <= time && time < *end) {
            return Open::Until(hour(*end));
        }
        if let Some((start, _)) = spans.iter().find(|(start, _)| time < *start) {
            return Open::Later(hour(*start));
        }
    }
    let next = match weekday {
        Weekday::Friday | Weekday::Saturday | Weekday::Sunday => 1,
        other => other.to_monday_one_offset() + 1,
    };
    Open::On(next, hour(*first))
}

fn span(text: &str) -> Option<(Time, Time)> {
    let (start, end) = text.trim().split_once('-')?;
    Some((time(start)?, time(end)?))
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn hour(time: Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use ground::Instant;

    use super::{Open, open_now};

    const HOURS: &str = "07:30-11:30,13:30-17:00";

    fn at(text: &str) -> Open {
        open_now(HOURS, Instant::parse(text).unwrap())
    }

    #[test]
    fn the_office_says_when_it_is_open() {
        // 14/10/2026 is a Wednesday; Vietnam is seven hours ahead.
        assert_eq!(at("2026-10-14T03:00:00Z"), Open::Until("11:30".into()));
        assert_eq!(at("2026-10-14T05:00:00Z"), Open::Later("13:30".into()));
        assert_eq!(at("2026-10-14T11:00:00Z"), Open::On(4, "7:30".into()));
        assert_eq!(at("2026-10-16T11:00:00Z"), Open::On(1, "7:30".into()));
        assert_eq!(at("2026-10-18T03:00:00Z"), Open::On(1, "7:30".into()));
    }
}
