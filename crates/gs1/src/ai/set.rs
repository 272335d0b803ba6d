//! The character sets of values (GS1 General Specifications, figures 7.11-1 to 7.11-3).

/// A character set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    /// Digits.
    Numeric,
    /// 82 characters.
    Set82,
    /// 39 characters.
    Set39,
    /// File- and URI-safe base64, with optional padding.
    Set64,
}

const NUMERIC: u8 = 1;
const SET82: u8 = 2;
const SET39: u8 = 4;
const SET64: u8 = 8;

const CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut at = 0;
    let marks = b"!\"%&'()*+,-./:;<=>?_";
    while at < marks.len() {
        classes[marks[at] as usize] |= SET82;
        at += 1;
    }
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8;
        if c.is_ascii_digit() {
            classes[byte] |= NUMERIC | SET82 | SET39 | SET64;
        } else if c.is_ascii_uppercase() {
            classes[byte] |= SET82 | SET39 | SET64;
        } else if c.is_ascii_lowercase() {
            classes[byte] |= SET82 | SET64;
        }
        byte += 1;
    }
    classes[b'#' as usize] |= SET39;
    classes[b'-' as usize] |= SET39 | SET64;
    classes[b'/' as usize] |= SET39;
    classes[b'_' as usize] |= SET64;
    classes
}

impl Set {
    const fn class(self) -> u8 {
        match self {
            Self::Numeric => NUMERIC,
            Self::Set82 => SET82,
            Self::Set39 => SET39,
            Self::Set64 => SET64,
        }
    }

    /// The first byte outside the set.
    pub(super) fn stranger(self, value: &[u8]) -> Option<usize> {
        let class = self.class();
        value.iter().position(|byte| CLASSES[*byte as usize] & class == 0)
    }

    /// What a reader is told of the set.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Numeric => "0–9",
            Self::Set82 => "A–Z a–z 0–9 ! \" % & ' ( ) * + , - . / : ; < = > ? _",
            Self::Set39 => "A–Z 0–9 # - /",
            Self::Set64 => "A–Z a–z 0–9 - _",
        }
    }
}

/// The value of a character in set 82, by which check pairs are computed.
pub(crate) fn value_in_set82(byte: u8) -> Option<u32> {
    let marks = b"!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    marks.iter().position(|mark| *mark == byte).and_then(|place| u32::try_from(place).ok())
}
