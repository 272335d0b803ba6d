//! Days and times.

use super::{Code, Fault};

/// Whether the day of the month may be left open as 00.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// It must be a day.
    Known,
    /// 00 stands for some day of the month.
    Open,
}

/// A day as YYMMDD. The century does not matter to the calendar: of the years that two digits can mean
/// only 2000 is a full century, and it was a leap year.
pub(super) fn day(content: &[u8], day: Day) -> Result<(), Fault> {
    let [year, month, date] = pairs(content)?;
    month_and_day(2000 + year, month, date, day, 2)
}

/// A day as YYYYMMDD.
pub(super) fn long_day(content: &[u8]) -> Result<(), Fault> {
    let [century, year, month, date] = pairs(content)?;
    month_and_day(century * 100 + year, month, date, Day::Known, 4)
}

/// An hour and a minute as HHMM.
pub(super) fn time(content: &[u8]) -> Result<(), Fault> {
    clock(content, 0, 24)?;
    clock(content, 2, 60)
}

/// Two digits below a limit.
pub(super) fn clock(content: &[u8], at: usize, limit: u32) -> Result<(), Fault> {
    match content.get(at..at + 2).map(number) {
        Some(value) if value < limit => Ok(()),
        _ => Err(Fault::new(Code::Time, at.min(content.len())..content.len().min(at + 2))
            .expecting(format!("00–{}", limit - 1))),
    }
}

fn month_and_day(year: u32, month: u32, date: u32, day: Day, at: usize) -> Result<(), Fault> {
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => return Err(Fault::new(Code::Date, at..at + 2).expecting("01–12")),
    };
    let first = if day == Day::Open { 0 } else { 1 };
    if (first..=last).contains(&date) {
        return Ok(());
    }
    Err(Fault::new(Code::Date, at + 2..at + 4).expecting(format!("{first:02}–{last}")))
}

fn pairs<const N: usize>(content: &[u8]) -> Result<[u32; N], Fault> {
    let mut values = [0; N];
    for (value, pair) in values.iter_mut().zip(content.chunks(2)) {
        *value = number(pair);
    }
    if content.len() == N * 2 { Ok(values) } else { Err(super::whole(Code::Date, content)) }
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit.wrapping_sub(b'0')))
}
