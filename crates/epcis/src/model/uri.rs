//! Identifiers: IRIs as written.

use std::fmt;

/// An absolute IRI as written: a scheme, a colon and more (RFC 3986, RFC 3987).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uri(Box<str>);

/// The text is no absolute IRI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UriFault;

impl Uri {
    /// Reads an IRI.
    ///
    /// # Errors
    /// There is no scheme, nothing after it, or a character that IRIs do not have.
    pub fn read(text: &str) -> Result<Self, UriFault> {
        if is_iri(text) { Ok(Self(text.into())) } else { Err(UriFault) }
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Bytes that a scheme has after its first letter.
const SCHEME: [bool; 256] = table(b"+-.", true);
/// Bytes that the rest of an IRI does not have; spaces and control characters among them.
const EXCLUDED: [bool; 256] = {
    let mut excluded = table(b"\"<>\\^`{|}\x7f", false);
    let mut byte = 0;
    while byte <= b' ' {
        excluded[byte as usize] = true;
        byte += 1;
    }
    excluded
};

/// Whether the text is an absolute IRI.
#[must_use]
pub(crate) fn is_iri(text: &str) -> bool {
    let Some(colon) = text.bytes().position(|byte| byte == b':') else { return false };
    let (scheme, rest) = (&text.as_bytes()[..colon], &text.as_bytes()[colon + 1..]);
    let letter = scheme.first().is_some_and(u8::is_ascii_alphabetic);
    letter
        && scheme.iter().all(|byte| SCHEME[usize::from(*byte)])
        && !rest.is_empty()
        && !rest.iter().any(|byte| EXCLUDED[usize::from(*byte)])
}

// These bytes, and letters and digits too where wanted: every identifier of every event is looked at, byte by byte.
const fn table(bytes: &[u8], alphanumeric: bool) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    let mut byte = 0_u8;
    while alphanumeric && byte < 0x80 {
        table[byte as usize] |= byte.is_ascii_alphanumeric();
        byte += 1;
    }
    table
}

impl fmt::Debug for Uri {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for Uri {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
