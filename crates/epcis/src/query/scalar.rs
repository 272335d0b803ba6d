//! Values of fields of one's own: neither XML nor a URL says whether they are text, number or time.
//!
//! Both bindings of one event must answer alike, so a value's type is read from its form: a number as JSON
//! writes it but without an exponent, a day, a time; anything else is text.

use std::cmp::Ordering;

use super::identifier::{canonical, canonical_into};
use super::parameter::Operator;
use crate::model::{Number, Time};

/// Beyond so many digits a text is an identifier and no number.
const MAX_NUMBER_DIGITS: usize = 15;

/// A value to compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    text: Box<str>,
    form: Form,
    link: Option<Box<str>>,
}

/// What a value's form says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    Text,
    Number(f64),
    /// Nanoseconds since 1970; what has no zone counts as UTC.
    Time(i128),
}

impl Scalar {
    /// Reads a value.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self { text: text.into(), form: form(text), link: canonical(text).map(Into::into) }
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a text of an event is equal.
    pub(super) fn is_text(&self, text: &str, scratch: &mut String) -> bool {
        *self.text == *text
            || match &self.link {
                Some(link) => canonical_into(text, scratch) && **link == **scratch,
                None => self.form != Form::Text && self.form == form(text),
            }
    }

    /// Whether a number of an event is equal.
    pub(super) fn is_number(&self, number: &Number) -> bool {
        *self.text == *number.as_str() || self.form == Form::Number(number.value())
    }

    /// How a text of an event stands to this value; none where their types differ.
    pub(super) fn order_of_text(&self, text: &str) -> Option<Ordering> {
        match (form(text), self.form) {
            (Form::Text, Form::Text) => Some(text.cmp(&self.text)),
            (Form::Number(one), Form::Number(two)) => one.partial_cmp(&two),
            (Form::Time(one), Form::Time(two)) => Some(one.cmp(&two)),
            _ => None,
        }
    }

    /// How a number of an event stands to this value; none where this is no number.
    pub(super) fn order_of_number(&self, number: &Number) -> Option<Ordering> {
        match self.form {
            Form::Number(value) => number.value().partial_cmp(&value),
            _ => None,
        }
    }
}

/// Whether what was found stands so to what is asked for.
pub(super) const fn fits(operator: Operator, order: Ordering) -> bool {
    match operator {
        Operator::Equal => order.is_eq(),
        Operator::Greater => order.is_gt(),
        Operator::AtLeast => order.is_ge(),
        Operator::Less => order.is_lt(),
        Operator::AtMost => order.is_le(),
    }
}

pub(super) fn form(text: &str) -> Form {
    let bytes = text.as_bytes();
    match bytes.first() {
        Some(b'-' | b'0'..=b'9') => {}
        _ => return Form::Text,
    }
    if bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-' {
        return time(text).map_or(Form::Text, Form::Time);
    }
    if is_number(bytes) { text.parse().map_or(Form::Text, Form::Number) } else { Form::Text }
}

fn is_number(bytes: &[u8]) -> bool {
    let digits = bytes.strip_prefix(b"-").unwrap_or(bytes);
    let point = digits.iter().position(|byte| *byte == b'.');
    let (whole, part) = point.map_or((digits, None), |at| (&digits[..at], Some(&digits[at + 1..])));
    let all = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let zero = whole.len() > 1 && whole[0] == b'0';
    digits.len() <= MAX_NUMBER_DIGITS + 1
        && whole.len() + part.map_or(0, <[u8]>::len) <= MAX_NUMBER_DIGITS
        && all(whole)
        && !zero
        && part.is_none_or(all)
}

fn time(text: &str) -> Option<i128> {
    let read = |text: &str| Time::read(text).ok().map(|time| time.unix_nanos());
    match text.len() {
        10 => read(&[text, "T00:00:00Z"].concat()),
        _ => read(text).or_else(|| read(&[text, "Z"].concat())),
    }
}
