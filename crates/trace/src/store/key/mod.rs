//! The key of an item: a lot, a serial number, a logistic unit, a place, or any other thing with a URI.
//!
//! The bytes keep the order of what they name, so that all lots of a product lie side by side, a product or the
//! beginning of a lot number is a range, and new lots of a producer land on the same few pages.
//!
//! | first byte | then |
//! |---|---|
//! | `01` | GTIN-14 as a number of 6 bytes; then nothing (the class), `0A` + lot, `15` + serial, or lot, `1D`, `15`, serial |
//! | `02` | SSCC as a number of 8 bytes |
//! | `03` | GLN as a number of 6 bytes; then nothing, or `FE` + extension |
//! | `10` | the application identifier in 2 bytes, its value; for each qualifier `1D`, its identifier, its value |
//! | `F0` | the first 16 bytes of the SHA-256 of a URI; its text is kept beside, see [`super::Batch::names`] |

mod build;
mod part;
mod range;
mod take_apart;

pub use range::KeyRange;
pub use take_apart::Parts;

/// Bytes of the longest key; what would be longer is keyed by its hash.
pub const MAX_KEY: usize = 120;

pub(crate) const GTIN: u8 = 0x01;
const SSCC: u8 = 0x02;
const GLN: u8 = 0x03;
const OTHER: u8 = 0x10;
const HASH: u8 = 0xF0;

/// Between lot and serial, and before qualifiers; below every character a value may have.
const SEPARATOR: u8 = 0x1D;
const LOT: u8 = 0x0A;
const SERIAL: u8 = 0x15;
const EXTENSION: u8 = 0xFE;

const GTIN_DIGITS: u32 = 14;
const SSCC_DIGITS: u32 = 18;
const GLN_DIGITS: u32 = 13;

/// The key of an item, in the order of what it names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemKey(Box<[u8]>);

/// Why something has no key of its kind. Key it by its URI instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// A number has more digits than its kind.
    #[error("{number} has more than {digits} digits")]
    Digits {
        /// The number.
        number: u64,
        /// The digits its kind has.
        digits: u32,
    },
    /// A value is empty.
    #[error("a value is empty")]
    Empty,
    /// A value has a character outside printable ASCII.
    #[error("byte {at} of a value is no printable ASCII character")]
    Character {
        /// Offset in the value.
        at: usize,
    },
    /// The key would be longer than [`MAX_KEY`].
    #[error("a key of {length} bytes is longer than {MAX_KEY}")]
    Long {
        /// Its length in bytes.
        length: usize,
    },
    /// These bytes are no key.
    #[error("these bytes are no key")]
    Bytes,
}

impl ItemKey {
    /// The bytes, as they are stored.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// A key from stored bytes.
    ///
    /// # Errors
    /// [`KeyFault`] when they are none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyFault> {
        take_apart::parts(bytes)?;
        Ok(Self(bytes.into()))
    }

    /// True when the key is the hash of a URI, whose text the store keeps beside.
    pub fn is_hash(&self) -> bool {
        self.0.first() == Some(&HASH)
    }

    /// For bytes that the store itself wrote.
    pub(crate) fn stored(bytes: &[u8]) -> Self {
        Self(bytes.into())
    }
}

impl std::fmt::Debug for ItemKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.parts() {
            Ok(parts) => parts.fmt(f),
            Err(_) => write!(f, "ItemKey({:02x?})", self.0),
        }
    }
}
