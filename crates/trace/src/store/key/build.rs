//! Keys from what they name.

use sha2::{Digest, Sha256};

use super::{
    EXTENSION, GLN, GLN_DIGITS, GTIN, GTIN_DIGITS, HASH, ItemKey, KeyFault, LOT, MAX_KEY, OTHER, SEPARATOR,
    SERIAL, SSCC, SSCC_DIGITS,
};

impl ItemKey {
    /// A trade item: its class alone, one lot of it, one piece, or one piece of a lot. `gtin` is the GTIN-14 as a
    /// number, check digit included.
    ///
    /// # Errors
    /// [`KeyFault`] for more than 14 digits, an empty value, a character that no lot or serial may have, or a key
    /// longer than [`MAX_KEY`].
    pub fn trade_item(gtin: u64, lot: Option<&str>, serial: Option<&str>) -> Result<Self, KeyFault> {
        let mut bytes = gtin_bytes(gtin)?;
        if let Some(lot) = lot {
            bytes.push(LOT);
            push(&mut bytes, lot)?;
        }
        if let Some(serial) = serial {
            if lot.is_some() {
                bytes.push(SEPARATOR);
            }
            bytes.push(SERIAL);
            push(&mut bytes, serial)?;
        }
        finish(bytes)
    }

    /// A logistic unit, by its SSCC as a number.
    ///
    /// # Errors
    /// [`KeyFault::Digits`] for more than 18 digits.
    pub fn sscc(sscc: u64) -> Result<Self, KeyFault> {
        digits(sscc, SSCC_DIGITS)?;
        let mut bytes = vec![SSCC];
        bytes.extend_from_slice(&sscc.to_be_bytes());
        finish(bytes)
    }

    /// A place, by its GLN as a number, with the extension of a place within it.
    ///
    /// # Errors
    /// [`KeyFault`] as for [`ItemKey::trade_item`].
    pub fn place(gln: u64, extension: Option<&str>) -> Result<Self, KeyFault> {
        digits(gln, GLN_DIGITS)?;
        let mut bytes = vec![GLN];
        bytes.extend_from_slice(&gln.to_be_bytes()[2..]);
        if let Some(extension) = extension {
            bytes.push(EXTENSION);
            push(&mut bytes, extension)?;
        }
        finish(bytes)
    }

    /// Anything else with a GS1 key: its application identifier and value, and the qualifiers after it.
    ///
    /// # Errors
    /// [`KeyFault`] as for [`ItemKey::trade_item`].
    pub fn other(ai: u16, value: &str, qualifiers: &[(u16, &str)]) -> Result<Self, KeyFault> {
        let mut bytes = vec![OTHER];
        bytes.extend_from_slice(&ai.to_be_bytes());
        push(&mut bytes, value)?;
        for (ai, value) in qualifiers {
            bytes.push(SEPARATOR);
            bytes.extend_from_slice(&ai.to_be_bytes());
            push(&mut bytes, value)?;
        }
        finish(bytes)
    }

    /// Anything else, by the hash of its URI.
    pub fn uri(uri: &str) -> Self {
        let mut bytes = vec![HASH];
        bytes.extend_from_slice(&Sha256::digest(uri.as_bytes())[..16]);
        Self(bytes.into())
    }
}

pub(super) fn gtin_bytes(gtin: u64) -> Result<Vec<u8>, KeyFault> {
    digits(gtin, GTIN_DIGITS)?;
    let mut bytes = Vec::with_capacity(32);
    bytes.push(GTIN);
    bytes.extend_from_slice(&gtin.to_be_bytes()[2..]);
    Ok(bytes)
}

fn digits(number: u64, digits: u32) -> Result<(), KeyFault> {
    if number < 10_u64.pow(digits) { Ok(()) } else { Err(KeyFault::Digits { number, digits }) }
}

fn push(bytes: &mut Vec<u8>, value: &str) -> Result<(), KeyFault> {
    check_value(value)?;
    bytes.extend_from_slice(value.as_bytes());
    Ok(())
}

pub(super) fn check_value(value: &str) -> Result<(), KeyFault> {
    if value.is_empty() {
        return Err(KeyFault::Empty);
    }
    match value.bytes().position(|byte| !byte.is_ascii_graphic()) {
        Some(at) => Err(KeyFault::Character { at }),
        None => Ok(()),
    }
}

fn finish(bytes: Vec<u8>) -> Result<ItemKey, KeyFault> {
    if bytes.len() > MAX_KEY {
        return Err(KeyFault::Long { length: bytes.len() });
    }
    Ok(ItemKey(bytes.into()))
}
