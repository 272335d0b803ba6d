use ground::Day;
use proptest::prelude::*;

use super::{Life, Standing, State, Window};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

// Issued 20/12/2024 under QĐ 148/2023; the windows are those of QĐ 26/2026, in force when it expires.
fn life() -> Life {
    let rules = ground::testing::rules();
    Life::of(&rules, rules.pack("qd148-2023").unwrap(), day("2024-12-20")).unwrap()
}

#[test]
fn a_certificate_lives_36_months_with_windows_of_180_and_120_days() {
    let life = life();
    assert_eq!(life.expires_on, day("2027-12-20"));
    assert_eq!(life.opens_on, Some(day("2027-06-23")));
    assert_eq!(life.closes_on, Some(day("2027-08-22")));
    assert_eq!(life.late_until, Some(day("2028-06-17")));
}

#[test]
fn the_state_changes_on_the_boundary_days_and_on_no_other() {
    let life = life();
    for (on, state) in [
        ("2024-12-20", State::Valid),
        ("2027-06-22", State::Valid),
        ("2027-06-23", State::Expiring),
        ("2027-08-22", State::Expiring),
        ("2027-08-23", State::Expiring),
        ("2027-12-20", State::Expiring),
        ("2027-12-21", State::Expired),
    ] {
        assert_eq!(life.on(day(on)), state, "{on}");
    }
}

#[test]
fn the_window_opens_and_closes_on_its_days() {
    let life = life();
    for (on, window) in [
        ("2027-06-22", Window::NotYet),
        ("2027-06-23", Window::Open),
        ("2027-08-22", Window::Open),
        ("2027-08-23", Window::Late),
        ("2027-12-20", Window::Late),
        ("2027-12-21", Window::Over),
    ] {
        assert_eq!(life.window_on(day(on)), window, "{on}");
    }
}

#[test]
fn a_pending_re_evaluation_keeps_it_alive_for_180_days_and_not_one_more() {
    let life = Life { is_pending: true, ..life() };
    for (on, state) in [
        ("2027-12-20", State::Expiring),
        ("2027-12-21", State::InReEvaluation),
        ("2028-06-17", State::InReEvaluation),
        ("2028-06-18", State::Expired),
    ] {
        assert_eq!(life.on(day(on)), state, "{on}");
    }
}

#[test]
fn revoked_beats_expired_and_suspended_ends_with_the_last_day() {
    let late = day("2030-01-01");
    assert_eq!(Life { standing: Standing::Revoked, ..life() }.on(late), State::Revoked);
    assert_eq!(Life { standing: Standing::Superseded, ..life() }.on(late), State::Superseded);
    let suspended = Life { standing: Standing::Suspended, ..life() };
    assert_eq!(suspended.on(day("2027-12-20")), State::Suspended);
    assert_eq!(suspended.on(day("2027-12-21")), State::Expired);
}

proptest! {
    // What is past does not come back while nothing is decided: the states of one life go one way.
    #[test]
    fn states_follow_each_other_in_one_order(start in 0_i64..3_000, steps in 0_i64..400, pending: bool) {
        let life = Life { is_pending: pending, ..life() };
        let first = day("2024-12-20").plus_days(start);
        prop_assert!(life.on(first) <= life.on(first.plus_days(steps)));
    }

    #[test]
    fn it_holds_exactly_until_the_day_it_is_alive_until(start in 0_i64..3_000, pending: bool) {
        let life = Life { is_pending: pending, ..life() };
        let on = day("2024-12-20").plus_days(start);
        prop_assert_eq!(life.on(on).holds(), on <= life.alive_until());
    }
}
