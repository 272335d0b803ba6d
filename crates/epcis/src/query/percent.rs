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
