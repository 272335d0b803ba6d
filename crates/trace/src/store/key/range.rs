//! Items that lie side by side.

use super::build::{check_value, gtin_bytes};
use super::{ItemKey, KeyFault, LOT, SERIAL};

/// One item, or all items whose keys begin alike or lie between two numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyRange {
    /// This item alone.
    Exact(ItemKey),
    /// All keys from one on, up to but without another.
    Within {
        /// The first key that may be in it.
        from: Vec<u8>,
        /// The first key after it; none when it goes to the end.
        until: Option<Vec<u8>>,
    },
}

impl KeyRange {
    /// A trade item with all its lots and pieces.
    ///
    /// # Errors
    /// [`KeyFault::Digits`] for more than 14 digits.
    pub fn product(gtin: u64) -> Result<Self, KeyFault> {
        Ok(Self::beginning(gtin_bytes(gtin)?))
    }

    /// All trade items with numbers from the first to the last, both included: the products of one company prefix
    /// under one indicator digit.
    ///
    /// # Errors
    /// [`KeyFault::Digits`] for more than 14 digits.
    pub fn products(first: u64, last: u64) -> Result<Self, KeyFault> {
        Ok(Self::Within { from: gtin_bytes(first)?, until: after(gtin_bytes(last)?) })
    }

    /// Lots of a trade item, and their pieces, whose lot number begins so; every lot when nothing is given.
    ///
    /// # Errors
    /// [`KeyFault`] for more than 14 digits, or a character that no lot may have.
    pub fn lots(gtin: u64, beginning: &str) -> Result<Self, KeyFault> {
        Self::values(gtin, LOT, beginning)
    }

    /// Pieces of a trade item that are known without a lot, whose serial begins so.
    ///
    /// # Errors
    /// [`KeyFault`] for more than 14 digits, or a character that no serial may have.
    pub fn pieces(gtin: u64, beginning: &str) -> Result<Self, KeyFault> {
        Self::values(gtin, SERIAL, beginning)
    }

    /// All keys that begin with these bytes.
    pub fn beginning(bytes: Vec<u8>) -> Self {
        Self::Within { from: bytes.clone(), until: after(bytes) }
    }

    /// True when the item is in it.
    pub fn holds(&self, item: &ItemKey) -> bool {
        match self {
            Self::Exact(key) => key == item,
            Self::Within { from, until } => {
                item.as_bytes() >= from.as_slice()
                    && until.as_ref().is_none_or(|until| item.as_bytes() < until.as_slice())
            }
        }
    }

    fn values(gtin: u64, kind: u8, beginning: &str) -> Result<Self, KeyFault> {
        let mut bytes = gtin_bytes(gtin)?;
        bytes.push(kind);
        if !beginning.is_empty() {
            check_value(beginning)?;
            bytes.extend_from_slice(beginning.as_bytes());
        }
        Ok(Self::beginning(bytes))
    }
}

impl From<ItemKey> for KeyRange {
    fn from(key: ItemKey) -> Self {
        Self::Exact(key)
    }
}

/// The first key after all that begin with these bytes.
pub(crate) fn after(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    while let Some(last) = bytes.pop() {
        if last < 0xFF {
            bytes.push(last + 1);
            return Some(bytes);
        }
    }
    None
}
