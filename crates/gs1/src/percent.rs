//! Percent codes in the parts of a URI (RFC 3986, section 2).

use std::borrow::Cow;

/// What `+` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plus {
    /// Itself, in a path.
    Itself,
    /// A space, in a query.
    Space,
}

/// A value without percent codes. Bytes that are no UTF-8 become a replacement character, which no value admits.
///
/// # Errors
/// The place of a percent sign without two hexadecimal digits.
pub fn decoded(text: &str, plus: Plus) -> Result<Cow<'_, str>, usize> {
    let bytes = text.as_bytes();
    let coded = |byte: &u8| *byte == b'%' || (*byte == b'+' && plus == Plus::Space);
    let Some(first) = bytes.iter().position(coded) else { return Ok(Cow::Borrowed(text)) };
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(&bytes[..first]);
    let mut at = first;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'%' => {
                let code = bytes.get(at + 1).zip(bytes.get(at + 2));
                let (high, low) = code.and_then(|(high, low)| digit(*high).zip(digit(*low))).ok_or(at)?;
                out.push(high << 4 | low);
                at += 3;
                continue;
            }
            b'+' if plus == Plus::Space => out.push(b' '),
            other => out.push(*other),
        }
        at += 1;
    }
    Ok(match String::from_utf8(out) {
        Ok(text) => Cow::Owned(text),
        Err(broken) => Cow::Owned(String::from_utf8_lossy(broken.as_bytes()).into_owned()),
    })
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// A value as one segment of a path or one value of a query: percent codes, in capitals, for all bytes but those of
/// unreserved characters, which are letters, digits, `-`, `.`, `_` and `~` (RFC 3986, section 2.3).
#[must_use]
pub fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    push_escaped(value, b"", &mut out);
    out
}

/// Appends what [`escaped`] gives, but leaves the characters plain that `also` names.
pub fn push_escaped(value: &str, also: &[u8], out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let coded = |byte: u8| !(byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || also.contains(&byte));
    let mut plain = 0;
    for (at, byte) in value.bytes().enumerate().filter(|(_, byte)| coded(*byte)) {
        // Within a character beyond ASCII, of which every byte is coded, there is nothing plain.
        out.push_str(value.get(plain..at).unwrap_or_default());
        out.push('%');
        out.push(char::from(HEX[usize::from(byte >> 4)]));
        out.push(char::from(HEX[usize::from(byte & 15)]));
        plain = at + 1;
    }
    out.push_str(value.get(plain..).unwrap_or_default());
}
