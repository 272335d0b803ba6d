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

/// Whether the text is an absolute IRI.
#[must_use]
pub(crate) fn is_iri(text: &str) -> bool {
    let Some(colon) = text.bytes().position(|byte| byte == b':') else { return false };
    let (scheme, rest) = (&text.as_bytes()[..colon], &text.as_bytes()[colon + 1..]);
    let letter = scheme.first().is_some_and(u8::is_ascii_alphabetic);
    letter
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte))
        && !rest.is_empty()
        && rest.iter().all(|byte| *byte > b' ' && *byte != 0x7f && !b"\"<>\\^`{|}".contains(byte))
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
