//! Tokens: 256 random bits for the one who carries them, a hash for us.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ground::{Clock, Result};
use sha2::{Digest, Sha256};

/// Bytes of a token.
const BYTES: usize = 32;

/// A secret as its carrier has it.
#[derive(Clone, Debug)]
pub(crate) struct Token(String);

impl Token {
    /// A new one.
    pub fn new(clock: &Clock) -> Result<Self> {
        Ok(Self(URL_SAFE_NO_PAD.encode(clock.random::<BYTES>()?)))
    }

    /// With a mark in front by which people and scanners of leaked secrets know what it is.
    pub fn marked(clock: &Clock, mark: &str) -> Result<Self> {
        Ok(Self(format!("{mark}{}", URL_SAFE_NO_PAD.encode(clock.random::<BYTES>()?))))
    }

    /// The text that is carried.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is kept of a token. It holds 256 random bits, so a fast hash is enough.
pub(crate) fn hash_of(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// The token that forms of the session send back; who knows it does not know the session's.
pub(crate) fn csrf_of(token: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(b"form\0");
    digest.update(token.as_bytes());
    URL_SAFE_NO_PAD.encode(digest.finalize())
}
