//! What proves a serial: a keyed hash over the trade item, the lot, the run and the place.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::code::{PROOF_BYTES, Serial};
use crate::item::ItemCode;
use crate::lot::LotCode;

/// What is hashed first, so that nothing else the key may prove one day is taken for a serial.
const PURPOSE: &[u8] = b"sen-serial-1";
/// What a key's own name is made of.
const NAMING: &[u8] = b"sen-serial-key-1";
/// Bytes of a block of SHA-256.
const BLOCK: usize = 64;
/// Hexadecimal digits of a key's name.
const NAME_DIGITS: usize = 16;

/// A key in memory, ready to hash.
#[derive(Clone)]
pub struct Seal(Hmac<Sha256>);

/// What the serials of a lot are sealed for. The item's own key and not its GTIN: labels outlive the day it gets one.
#[derive(Clone)]
pub struct LotSeal(Hmac<Sha256>);

impl Seal {
    /// A key from its 32 secret bytes.
    pub fn of_secret(secret: &[u8; 32]) -> Self {
        // A key shorter than the hash's block is filled up with zeros (RFC 2104, section 2).
        let mut block = [0; BLOCK];
        block[..secret.len()].copy_from_slice(secret);
        Self(Hmac::new(&block.into()))
    }

    /// Its name: what says nothing of the secret.
    pub fn name(&self) -> String {
        hex::encode(self.0.clone().chain_update(NAMING).finalize().into_bytes())[..NAME_DIGITS].to_owned()
    }

    /// For the serials of one lot.
    pub fn lot(&self, item: &ItemCode, lot: &LotCode) -> LotSeal {
        let mut hash = self.0.clone();
        // Each part ends with what none of them holds.
        for part in [PURPOSE, item.as_str().as_bytes(), lot.as_str().as_bytes()] {
            hash.update(part);
            hash.update(&[0]);
        }
        LotSeal(hash)
    }
}

impl LotSeal {
    /// The serial at a place of a run.
    pub fn serial(&self, run: u16, index: u32) -> Serial {
        Serial { run, index, proof: self.proof(run, index) }
    }

    /// Whether the serial was made with this key for this lot. Takes as long whatever is wrong with it.
    pub fn proves(&self, serial: &Serial) -> bool {
        let proof = serial.proof.to_be_bytes();
        self.hash(serial.run, serial.index).verify_truncated_left(&proof[proof.len() - PROOF_BYTES..]).is_ok()
    }

    fn proof(&self, run: u16, index: u32) -> u64 {
        let bytes = self.hash(run, index).finalize().into_bytes();
        bytes.iter().take(PROOF_BYTES).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    }

    fn hash(&self, run: u16, index: u32) -> Hmac<Sha256> {
        self.0.clone().chain_update(run.to_be_bytes()).chain_update(index.to_be_bytes())
    }
}
