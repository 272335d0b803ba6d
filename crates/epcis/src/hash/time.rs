//! Canonical times: UTC, three digits of a second, half to even.

use crate::model::{date_of, instant};

const DAY: i64 = 86_400;

/// Writes the text, as a canonical time where it is one.
pub(super) fn push(text: &str, out: &mut String) {
    let Ok((seconds, nanos)) = instant(text) else {
        out.push_str(text);
        return;
    };
    let micros = nanos / 1_000;
    let (millis, over) = (micros / 1_000, micros % 1_000);
    let millis = if over > 500 || (over == 500 && millis % 2 == 1) { millis + 1 } else { millis };
    let (seconds, millis) = if millis == 1_000 { (seconds + 1, 0) } else { (seconds, i64::from(millis)) };
    let (year, month, day) = date_of(seconds.div_euclid(DAY));
    let of_day = seconds.rem_euclid(DAY);
    if !(0..=9999).contains(&year) {
        out.push_str(text);
        return;
    }
    let digits = |out: &mut String, value: i64, count: u32| {
        for place in (0..count).rev() {
            let digit = value / 10_i64.pow(place) % 10;
            out.push(char::from(b'0' + u8::try_from(digit).unwrap_or(0)));
        }
    };
    for (value, count, after) in [
        (year, 4, '-'),
        (month, 2, '-'),
        (day, 2, 'T'),
        (of_day / 3_600, 2, ':'),
        (of_day / 60 % 60, 2, ':'),
        (of_day % 60, 2, '.'),
        (millis, 3, 'Z'),
    ] {
        digits(out, value, count);
        out.push(after);
    }
}
