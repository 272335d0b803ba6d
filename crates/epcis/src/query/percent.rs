//! Percent codes of URLs (RFC 3986, section 2.1).

use std::borrow::Cow;

/// A part without its percent codes; none where a code is broken or the bytes are no UTF-8.
pub(super) fn decoded(text: &str, plus_is_space: bool) -> Option<Cow<'_, str>> {
    let coded = |byte: u8| byte == b'%' || (plus_is_space && byte == b'+');
    if !text.bytes().any(coded) {
        return Some(Cow::Borrowed(text));
    }
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let digit =
                    |byte: Option<u8>| char::from(byte?).to_digit(16).and_then(|d| u8::try_from(d).ok());
                digit(bytes.next())? << 4 | digit(bytes.next())?
            }
            b'+' if plus_is_space => b' ',
            other => other,
        });
    }
    String::from_utf8(out).ok().map(Cow::Owned)
}

/// Appends a text with percent codes for all but unreserved characters.
pub(super) fn push_encoded(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from_digit(u32::from(digit), 16).map_or('0', |c| c.to_ascii_uppercase()));
            }
        }
    }
}
