//! JSON strings (RFC 8259, section 7).

use std::borrow::Cow;

/// The text of the string whose first character stands at `start`, and where what follows its quote begins.
/// An error is the byte that does not belong there.
pub(super) fn read(source: &str, start: usize) -> Result<(Cow<'_, str>, usize), usize> {
    let bytes = source.as_bytes();
    let plain = plain_until(bytes, start)?;
    if bytes[plain] == b'"' {
        return Ok((Cow::Borrowed(&source[start..plain]), plain + 1));
    }
    let mut text = String::from(&source[start..plain]);
    let mut at = plain;
    while bytes[at] == b'\\' {
        at = escape(bytes, at + 1, &mut text)?;
        let next = plain_until(bytes, at)?;
        text.push_str(&source[at..next]);
        at = next;
    }
    Ok((Cow::Owned(text), at + 1))
}

// The next quote or backslash; a control character is an error.
fn plain_until(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let found = start + plain(bytes.get(start..).unwrap_or_default());
    match bytes.get(found) {
        Some(byte) if *byte >= b' ' => Ok(found),
        Some(_) => Err(found),
        None => Err(bytes.len()),
    }
}

/// How many bytes stand in a string as they are, before a quote, a backslash or a control character.
pub(super) fn plain(bytes: &[u8]) -> usize {
    let words = bytes.as_chunks::<8>().0;
    let begun = 8 * words.iter().take_while(|word| !holds_end(u64::from_le_bytes(**word))).count();
    let ends = |byte: &u8| *byte == b'"' || *byte == b'\\' || *byte < b' ';
    bytes[begun..].iter().position(ends).map_or(bytes.len(), |rest| begun + rest)
}

// Whether a quote, a backslash or a control character is among eight bytes: a byte below another borrows from its
// highest bit, which bytes beyond ASCII have themselves.
const fn holds_end(word: u64) -> bool {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    const HIGHEST: u64 = EACH << 7;
    const fn below(word: u64, byte: u8) -> u64 {
        word.wrapping_sub(EACH * byte as u64) & !word
    }
    let (quotes, backslashes) = (word ^ (EACH * b'"' as u64), word ^ (EACH * b'\\' as u64));
    (below(word, b' ') | below(quotes, 1) | below(backslashes, 1)) & HIGHEST != 0
}

// `at` is the character after the backslash.
fn escape(bytes: &[u8], at: usize, text: &mut String) -> Result<usize, usize> {
    let plain = match bytes.get(at) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(bytes, at + 1, text),
        _ => return Err(at),
    };
    text.push(plain);
    Ok(at + 1)
}

fn hex(bytes: &[u8], at: usize) -> Result<u32, usize> {
    let digits = bytes.get(at..at + 4).ok_or(bytes.len())?;
    digits.iter().try_fold(0, |all, byte| Some(all * 16 + char::from(*byte).to_digit(16)?)).ok_or(at)
}

fn unicode(bytes: &[u8], at: usize, text: &mut String) -> Result<usize, usize> {
    let first = hex(bytes, at)?;
    if let Some(plain) = char::from_u32(first) {
        text.push(plain);
        return Ok(at + 4);
    }
    // The first half of a pair; the second half must follow.
    let second = if bytes.get(at + 4..at + 6) == Some(b"\\u") { hex(bytes, at + 6)? } else { 0 };
    if first >= 0xdc00 || !(0xdc00..0xe000).contains(&second) {
        return Err(at);
    }
    let whole = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
    text.push(char::from_u32(whole).ok_or(at)?);
    Ok(at + 10)
}
