//! From bits to identifiers and values.

use super::bits::{Bits, length_bits};
use super::sequence::sequence;
use super::shape::{Run, runs};
use crate::Ai;
use crate::element::MOST_ELEMENTS;
use crate::percent::push_escaped;

/// Two hexadecimal digits begin each element; fewer bits than these are padding.
const CODE_BITS: usize = 8;
/// How a text is written.
const ENCODING_BITS: usize = 3;
/// Lengths of names and values that are not GS1's.
const OTHER_LENGTH_BITS: usize = 7;
const OTHER_ENCODING: usize = 0xF;

/// What a compressed part says.
#[derive(Debug, Default)]
pub(super) struct Unpacked {
    pub(super) elements: Vec<(Ai, String)>,
    /// Parameters that are not GS1's, as a query writes them.
    pub(super) extra: Vec<String>,
}

/// Reads a compressed part; none where it does not hold.
pub(super) fn decode(packed: &str) -> Option<Unpacked> {
    let mut bits = Bits::of(packed)?;
    let mut unpacked = Unpacked::default();
    while bits.left() > CODE_BITS {
        if unpacked.elements.len() + unpacked.extra.len() >= MOST_ELEMENTS {
            return None;
        }
        let (high, low) = (bits.number(4)?, bits.number(4)?);
        if high == OTHER_ENCODING {
            unpacked.extra.push(other(&mut bits, low)?);
        } else if high < 10 && low < 10 {
            let ai = identifier(&mut bits, high, low)?;
            unpacked.elements.push((ai, value(&mut bits, ai)?));
        } else {
            for number in sequence(u8::try_from(high << 4 | low).ok()?)? {
                let ai = Ai::of(number)?;
                unpacked.elements.push((ai, value(&mut bits, ai)?));
            }
        }
    }
    let holds = !unpacked.elements.is_empty() || !unpacked.extra.is_empty();
    holds.then_some(unpacked)
}

/// An identifier whose first two digits are read: they say how many follow.
fn identifier(bits: &mut Bits, high: usize, low: usize) -> Option<Ai> {
    let digits = Ai::digits_after(high * 10 + low)?;
    let mut number = high * 10 + low;
    for _ in 2..digits {
        let digit = bits.number(4).filter(|digit| *digit < 10)?;
        number = number * 10 + digit;
    }
    Ai::of(u16::try_from(number).ok()?)
}

fn value(bits: &mut Bits, ai: Ai) -> Option<String> {
    let mut value = String::new();
    for Run { numeric, fixed, length } in runs(ai) {
        let part = if numeric {
            let count = if fixed { length } else { bits.number(length_bits(length))? };
            bits.digits(count)?
        } else {
            let encoding = bits.number(ENCODING_BITS)?;
            let count = if fixed { length } else { bits.number(length_bits(length))? };
            text(bits, encoding, count)?
        };
        value.push_str(&part);
    }
    Some(value)
}

/// A text in one of the five ways to write it.
fn text(bits: &mut Bits, encoding: usize, count: usize) -> Option<String> {
    match encoding {
        0 => bits.digits(count),
        1 => bits.characters(count, 4, b"0123456789abcdef"),
        2 => bits.characters(count, 4, b"0123456789ABCDEF"),
        3 => bits.safe(count),
        4 => {
            let ascii: Vec<u8> = (0..128).collect();
            bits.characters(count, 7, &ascii)
        }
        _ => None,
    }
}

/// A name and a value that are not GS1's; four bits of the name's length are read.
fn other(bits: &mut Bits, start: usize) -> Option<String> {
    let length = start << 3 | bits.number(OTHER_LENGTH_BITS - 4)?;
    let name = bits.safe(length)?;
    let encoding = bits.number(ENCODING_BITS)?;
    let count = bits.number(OTHER_LENGTH_BITS)?;
    let value = text(bits, encoding, count)?;
    let mut parameter = String::new();
    push_escaped(&name, b"", &mut parameter);
    parameter.push('=');
    push_escaped(&value, b"", &mut parameter);
    Some(parameter)
}
