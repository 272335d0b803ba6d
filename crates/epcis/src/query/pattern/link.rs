//! Patterns over canonical links: a key and its qualifiers.

use gs1::Ai;

use super::layout::{Layout, Tail};
use super::span::{Span, plain};
use crate::query::identifier::STEM;

/// The number of a product variant, which does not tell things apart.
const VARIANT: &str = "22";
const LOT: &str = "10";
const SERIAL: &str = "21";

/// A pattern over a key of GS1 and its qualifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPattern {
    // The number of the key.
    key: Box<str>,
    value: Value,
    qualifiers: Vec<(Box<str>, Span)>,
    // What may follow.
    rest: Rest,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Span(Span),
    Parts(Key),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    // Nothing.
    Nothing,
    // Nothing; and the qualifiers may be missing: a class is what its pattern is.
    OrNone,
    // Any qualifiers.
    Any,
}

/// The value of a key as an EPC URN tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) layout: Layout,
    pub(super) reference: Reference,
    pub(super) pieces: Option<[Span; 2]>,
    /// A serial number at the end of the value.
    pub(super) tail: Option<Span>,
}

/// Company prefix and reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reference {
    /// Any.
    Open,
    /// Of one company prefix.
    Of { company: Box<str>, span: Span },
}

impl KeyPattern {
    pub(super) fn of_urn(key: Key, qualifier: Option<Span>) -> Self {
        let layout = key.layout;
        let number = match layout.tail {
            Tail::Qualifier(number) => number,
            Tail::Extension => "254",
            _ => SERIAL,
        };
        // Without a qualifier the URN of a class is `…*`, of a place `….0`.
        let (qualifiers, rest) = match (layout.tail, qualifier) {
            (_, None) => (Vec::new(), Rest::Nothing),
            (Tail::Extension, Some(Span::Exact(zero))) if *zero == *"0" => (Vec::new(), Rest::Nothing),
            (_, Some(Span::Any)) if number != LOT => (vec![(number.into(), Span::Any)], Rest::OrNone),
            (_, Some(span)) => (vec![(number.into(), span)], Rest::Nothing),
        };
        Self { key: layout.key.into(), value: Value::Parts(key), qualifiers, rest }
    }

    /// The number of the key: `01` for a GTIN.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What the key's value begins with, as far as it is known: one of these.
    #[must_use]
    pub fn beginnings(&self) -> Vec<String> {
        match &self.value {
            Value::Span(Span::Exact(value)) => vec![value.to_string()],
            Value::Span(Span::Glob(pattern)) => {
                vec![pattern.split('*').next().unwrap_or_default().to_owned()]
            }
            Value::Span(Span::Any | Span::Range(..))
            | Value::Parts(Key { reference: Reference::Open, .. }) => {
                vec![String::new()]
            }
            Value::Parts(Key { layout, reference: Reference::Of { company, span }, .. }) => {
                let known = match span {
                    Span::Exact(reference) => &**reference,
                    _ => "",
                };
                let zero = if layout.zero { "0" } else { "" };
                match (layout.indicator, known.split_at_checked(1)) {
                    (true, Some((indicator, rest))) => vec![[zero, indicator, company, rest].concat()],
                    (true, None) => {
                        (b'0'..=b'9').map(|digit| format!("{}{company}", char::from(digit))).collect()
                    }
                    (false, _) => vec![[zero, company, known].concat()],
                }
            }
        }
    }

    /// Whether a canonical link fits.
    pub(super) fn fits(&self, link: &str) -> bool {
        let Some(path) = link.strip_prefix(STEM) else { return false };
        let mut segments = path.split('/');
        let (Some(key), Some(value)) = (segments.next(), segments.next()) else { return false };
        if *self.key != *key || !self.value.fits(&plain(value)) {
            return false;
        }
        if self.rest == Rest::OrNone && segments.clone().next().is_none() {
            return true;
        }
        for (number, span) in &self.qualifiers {
            let (Some(name), Some(value)) = (segments.next(), segments.next()) else { return false };
            if **number != *name || !span.fits(&plain(value)) {
                return false;
            }
        }
        self.rest == Rest::Any || segments.next().is_none()
    }
}

impl Value {
    fn fits(&self, value: &str) -> bool {
        match self {
            Self::Span(span) => span.fits(value),
            Self::Parts(key) => key.fits(value),
        }
    }
}

impl Key {
    fn fits(&self, value: &str) -> bool {
        self.cut(value).unwrap_or(false)
    }

    fn cut(&self, value: &str) -> Option<bool> {
        let Layout { digits, indicator, zero, tail, .. } = self.layout;
        let Reference::Of { company, span } = &self.reference else { return Some(self.rest_fits(value)) };
        if digits == 0 {
            return Some(span.fits(value.strip_prefix(&**company)?));
        }
        let after_zero = value.get(usize::from(zero)..)?;
        let (first, after) = after_zero.split_at_checked(usize::from(indicator))?;
        let reference = after.strip_prefix(&**company)?.get(..digits - company.len() - first.len())?;
        let fits =
            if first.is_empty() { span.fits(reference) } else { span.fits(&[first, reference].concat()) };
        let whole = matches!(tail, Tail::InKey | Tail::Pieces)
            || after_zero.len() == digits + check_digits(self.layout);
        Some(fits && whole && self.rest_fits(value))
    }

    // Serial number, or piece and total, behind the check digit.
    fn rest_fits(&self, value: &str) -> bool {
        let at = self.layout.digits + check_digits(self.layout) + usize::from(self.layout.zero);
        let Some(rest) = value.get(at..) else { return self.layout.digits == 0 };
        match (&self.tail, &self.pieces) {
            // Without a serial number it is the class, which its pattern fits.
            (Some(span), _) => *span == Span::Any || span.fits(rest),
            (None, Some([piece, total])) => {
                rest.split_at_checked(2).is_some_and(|(one, two)| piece.fits(one) && total.fits(two))
            }
            (None, None) => true,
        }
    }
}

const fn check_digits(layout: Layout) -> usize {
    if layout.digits > 0 { 1 } else { 0 }
}

/// Reads a Digital Link with open segments.
pub(super) fn read(uri: &str) -> Option<KeyPattern> {
    let after = uri.strip_prefix("https://").or_else(|| uri.strip_prefix("http://"))?;
    let path = after.split(['?', '#']).next()?;
    let segments: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split('/').skip(1).collect();
    let is_key = |text: &&str| Ai::parse(text).is_some_and(|ai| ai.identifier().is_key());
    let (at, rest) = (0..segments.len()).rev().find_map(|at| {
        is_key(&segments[at]).then_some(())?;
        match segments.len() - at {
            0 | 1 => None,
            even if even % 2 == 0 => Some((at, Rest::Nothing)),
            _ => (segments.last() == Some(&"*")).then_some((at, Rest::Any)),
        }
    })?;
    let pairs = || segments[at..].chunks_exact(2);
    let serialised = pairs().skip(1).any(|pair| pair[0] == SERIAL);
    let mut qualifiers = Vec::new();
    for pair in pairs().skip(1) {
        // The canonical link has neither a variant nor a lot beside a serial number.
        if pair[0] == VARIANT || (pair[0] == LOT && serialised) {
            continue;
        }
        Ai::parse(pair[0])?;
        qualifiers.push((pair[0].into(), Span::read(pair[1])?));
    }
    let key = pairs().next()?;
    Some(KeyPattern { key: key[0].into(), value: Value::Span(Span::read(key[1])?), qualifiers, rest })
}
