//! Canonical numbers: no sign `+`, no leading or trailing zeros; as a double has them, which is what the reference
//! implementation goes through.

use std::fmt::Write as _;

/// So many digits pass through a double unchanged.
const EXACT_DIGITS: usize = 15;
/// Smaller numbers are written with an exponent.
const SMALLEST_PLAIN: f64 = 1e-4;

/// Writes the text, as a canonical number where it is one.
pub(super) fn push(text: &str, out: &mut String) {
    let bytes = text.as_bytes();
    if bytes.len() <= EXACT_DIGITS && bytes.iter().all(u8::is_ascii_digit) {
        let digits = text.trim_start_matches('0');
        out.push_str(if digits.is_empty() { "0" } else { digits });
        return;
    }
    if let Some((whole, fraction)) = text.split_once('.')
        && bytes.len() <= EXACT_DIGITS
        && whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit())
        && let whole = whole.trim_start_matches('0')
        && !whole.is_empty()
    {
        let fraction = fraction.trim_end_matches('0');
        out.push_str(whole);
        out.push_str(if fraction.is_empty() { "" } else { "." });
        out.push_str(fraction);
        return;
    }
    let plain = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() && bytes.iter().all(plain) => write(value, out),
        _ => out.push_str(text),
    }
}

fn write(value: f64, out: &mut String) {
    // Writing into a string does not fail.
    if value == value.trunc() {
        let whole = if value == 0.0 { 0.0 } else { value };
        let _ = write!(out, "{whole:.0}");
    } else if value.abs() < SMALLEST_PLAIN {
        let digits = format!("{value:e}");
        let (mantissa, exponent) = digits.split_once("e-").unwrap_or((&digits, "0"));
        let _ = write!(out, "{mantissa}e-{exponent:0>2}");
    } else {
        let _ = write!(out, "{value}");
    }
}
