//! Working days.

use jiff::civil::{Date, date};
use ocop::Calendar;
use proptest::prelude::*;

use crate::world::LIBRARY;

fn calendar() -> &'static Calendar {
    LIBRARY.calendar()
}

#[test]
fn weekends_and_holidays_are_off_and_an_exchanged_saturday_is_worked() {
    assert!(!calendar().is_working_day(date(2026, 2, 17)), "Tết");
    assert!(!calendar().is_working_day(date(2026, 5, 23)), "a Saturday");
    assert!(calendar().is_working_day(date(2026, 8, 22)), "a Saturday worked in exchange");
    assert!(calendar().is_working_day(date(2026, 5, 22)));
}

#[test]
fn a_clock_of_no_days_ends_where_it_starts() {
    assert_eq!(calendar().due(date(2026, 5, 23), 0), Some(date(2026, 5, 23)));
}

proptest! {
    #[test]
    fn a_clock_ends_on_a_working_day_with_as_many_working_days_behind_it(offset in 0..1800_i32, days in 1..60_u16) {
        let from: Date = date(2023, 1, 1).checked_add(jiff::Span::new().days(offset)).expect("in range");
        let due = calendar().due(from, days).expect("in range");
        prop_assert!(calendar().is_working_day(due));
        prop_assert_eq!(calendar().working_days_between(from, due), u32::from(days));
    }
}
