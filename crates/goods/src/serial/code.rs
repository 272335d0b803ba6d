//! The serial on a label: what AI 21 carries. It says its run and its place by itself, and proves them.

use std::fmt;

/// Characters of a serial.
pub const LENGTH: usize = RUN + INDEX + PROOF;
/// Characters of a run's number.
const RUN: usize = 2;
/// Characters of the place in the lot.
const INDEX: usize = 5;
/// Characters of the proof: forty bits.
const PROOF: usize = 8;
/// Bits of one character.
const BITS: usize = 5;
/// Whole bytes of the proof.
pub(super) const PROOF_BYTES: usize = PROOF * BITS / 8;
/// Most runs of a lot.
pub const MOST_RUNS: u16 = (1 << (RUN * BITS)) - 1;
/// The highest place in a lot.
pub const MOST_INDEX: u32 = (1 << (INDEX * BITS)) - 1;

/// Crockford's base 32: no I, L, O, U, which look or sound like others.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A serial as read; only its proof shows whether anyone printed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Serial {
    /// The number of the run in its lot, from 1.
    pub run: u16,
    /// The place in the lot, from 1.
    pub index: u32,
    pub(super) proof: u64,
}

/// Why a text is no serial of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a serial has {LENGTH} capital letters and digits, without I, L, O and U")]
pub struct NoSerial;

impl Serial {
    /// A serial as a code carries it.
    ///
    /// # Errors
    /// It has another length, or a strange character.
    pub fn exact(text: &str) -> Result<Self, NoSerial> {
        if text.len() != LENGTH {
            return Err(NoSerial);
        }
        let mut bits = 0_u128;
        for byte in text.bytes() {
            let place = LETTERS.iter().position(|letter| *letter == byte).ok_or(NoSerial)?;
            bits = bits << BITS | place as u128;
        }
        let part = |from: usize, characters: usize| {
            (bits >> (from * BITS)) as u64 & ((1 << (characters * BITS)) - 1)
        };
        Ok(Self {
            run: part(INDEX + PROOF, RUN) as u16,
            index: part(PROOF, INDEX) as u32,
            proof: part(0, PROOF),
        })
    }

    /// A serial as people type it: small letters, gaps, and the letters that stand for others (I, L, O).
    ///
    /// # Errors
    /// It has another length, or a strange character.
    pub fn typed(text: &str) -> Result<Self, NoSerial> {
        let marks = text.chars().filter(|c| !c.is_whitespace() && *c != '-' && *c != '.');
        let text: String = marks
            .take(LENGTH + 1)
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        Self::exact(&text)
    }
}

/// As a code carries it.
impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = u128::from(self.run) << ((INDEX + PROOF) * BITS)
            | u128::from(self.index) << (PROOF * BITS)
            | u128::from(self.proof);
        for place in (0..LENGTH).rev() {
            let letter = LETTERS[(bits >> (place * BITS)) as usize & 31];
            fmt::Write::write_char(f, char::from(letter))?;
        }
        Ok(())
    }
}
