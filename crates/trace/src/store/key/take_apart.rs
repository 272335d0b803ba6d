//! What a key names.

use super::build::check_value;
use super::{
    EXTENSION, GLN, GLN_DIGITS, GTIN, GTIN_DIGITS, HASH, ItemKey, KeyFault, LOT, OTHER, SEPARATOR, SERIAL,
    SSCC, SSCC_DIGITS,
};

/// What a key names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parts<'a> {
    /// A trade item: class, lot, piece, or piece of a lot.
    TradeItem {
        /// GTIN-14 as a number.
        gtin: u64,
        /// AI 10.
        lot: Option<&'a str>,
        /// AI 21.
        serial: Option<&'a str>,
    },
    /// A logistic unit, AI 00.
    Sscc(u64),
    /// A place, AI 414.
    Place {
        /// GLN as a number.
        gln: u64,
        /// AI 254.
        extension: Option<&'a str>,
    },
    /// Any other GS1 key.
    Other {
        /// Application identifier.
        ai: u16,
        /// Its value.
        value: &'a str,
        /// Identifiers and values of the qualifiers.
        qualifiers: Vec<(u16, &'a str)>,
    },
    /// The hash of a URI.
    Hash([u8; 16]),
}

impl ItemKey {
    /// What the key names.
    ///
    /// # Errors
    /// [`KeyFault::Bytes`] when damaged bytes were read from a database.
    pub fn parts(&self) -> Result<Parts<'_>, KeyFault> {
        parts(self.as_bytes())
    }
}

pub(super) fn parts(bytes: &[u8]) -> Result<Parts<'_>, KeyFault> {
    let (&tag, rest) = bytes.split_first().ok_or(KeyFault::Bytes)?;
    match tag {
        GTIN => {
            let (gtin, rest) = number::<6>(rest, GTIN_DIGITS)?;
            let (lot, serial) = lot_and_serial(rest)?;
            Ok(Parts::TradeItem { gtin, lot, serial })
        }
        SSCC => match number::<8>(rest, SSCC_DIGITS)? {
            (sscc, []) => Ok(Parts::Sscc(sscc)),
            _ => Err(KeyFault::Bytes),
        },
        GLN => match number::<6>(rest, GLN_DIGITS)? {
            (gln, []) => Ok(Parts::Place { gln, extension: None }),
            (gln, [EXTENSION, rest @ ..]) => Ok(Parts::Place { gln, extension: Some(text(rest)?) }),
            _ => Err(KeyFault::Bytes),
        },
        OTHER => other(rest),
        HASH => Ok(Parts::Hash(rest.try_into().map_err(|_| KeyFault::Bytes)?)),
        _ => Err(KeyFault::Bytes),
    }
}

fn lot_and_serial(bytes: &[u8]) -> Result<(Option<&str>, Option<&str>), KeyFault> {
    match bytes {
        [] => Ok((None, None)),
        [SERIAL, rest @ ..] => Ok((None, Some(text(rest)?))),
        [LOT, rest @ ..] => match rest.iter().position(|byte| *byte == SEPARATOR) {
            None => Ok((Some(text(rest)?), None)),
            Some(at) => match &rest[at + 1..] {
                [SERIAL, serial @ ..] => Ok((Some(text(&rest[..at])?), Some(text(serial)?))),
                _ => Err(KeyFault::Bytes),
            },
        },
        _ => Err(KeyFault::Bytes),
    }
}

fn other(bytes: &[u8]) -> Result<Parts<'_>, KeyFault> {
    let (ai, value, mut rest) = identified(bytes)?;
    let mut qualifiers = Vec::new();
    while let Some(bytes) = rest {
        let (ai, value, more) = identified(bytes)?;
        qualifiers.push((ai, value));
        rest = more;
    }
    Ok(Parts::Other { ai, value, qualifiers })
}

/// An application identifier and its value, and what follows the separator after it. Within the two bytes of the
/// identifier the separator has no meaning.
fn identified(bytes: &[u8]) -> Result<(u16, &str, Option<&[u8]>), KeyFault> {
    let [high, low, rest @ ..] = bytes else { return Err(KeyFault::Bytes) };
    let ai = u16::from_be_bytes([*high, *low]);
    match rest.iter().position(|byte| *byte == SEPARATOR) {
        None => Ok((ai, text(rest)?, None)),
        Some(at) => Ok((ai, text(&rest[..at])?, Some(&rest[at + 1..]))),
    }
}

// A number of N bytes, with no more digits than its kind has.
fn number<const N: usize>(bytes: &[u8], digits: u32) -> Result<(u64, &[u8]), KeyFault> {
    let (own, rest) = bytes.split_at_checked(N).ok_or(KeyFault::Bytes)?;
    let mut eight = [0; 8];
    eight[8 - N..].copy_from_slice(own);
    let number = u64::from_be_bytes(eight);
    if number < 10_u64.pow(digits) { Ok((number, rest)) } else { Err(KeyFault::Bytes) }
}

fn text(bytes: &[u8]) -> Result<&str, KeyFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| KeyFault::Bytes)?;
    check_value(text).map_err(|_| KeyFault::Bytes)?;
    Ok(text)
}
