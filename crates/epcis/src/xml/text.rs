//! Characters, names and references of XML 1.0.

use std::borrow::Cow;

/// White space of XML (production 3).
pub(super) const fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '\n' | '\r')
}

/// Nothing but white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| is_space(char::from(byte)))
}

/// Without white space at both ends.
pub(super) fn trimmed<'s>(text: &Cow<'s, str>) -> Cow<'s, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(is_space)),
        Cow::Owned(text) => Cow::Owned(text.trim_matches(is_space).to_owned()),
    }
}

/// Whether XML has that character (production 2).
pub(super) const fn is_char(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Byte offset of the first character that XML does not have.
pub(super) fn bad_char(source: &str) -> Option<usize> {
    let bytes = source.as_bytes();
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    let bad = |at: &usize| match bytes[*at] {
        b'\t' | b'\n' | b'\r' => false,
        ..b' ' => true,
        0xef => bytes.get(at + 1) == Some(&0xbf) && matches!(bytes.get(at + 2), Some(0xbe | 0xbf)),
        _ => false,
    };
    // All other bytes are characters that XML has.
    let suspect = |at: &usize| bytes[*at] < b' ' || bytes[*at] == 0xef;
    (0..bytes.len()).filter(suspect).find(bad)
}

// Production 4 of XML 1.0, without the colon.
const fn begins_name(sign: char) -> bool {
    matches!(sign,
        'A'..='Z' | '_' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}'
        | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

/// Whether the text is a name without a colon (Namespaces in XML, production 4).
pub(super) fn is_name(text: &str) -> bool {
    // Nearly all names are plain ones.
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    if let [first, rest @ ..] = text.as_bytes()
        && (first.is_ascii_alphabetic() || *first == b'_')
        && rest.iter().all(plain)
    {
        return true;
    }
    let goes_on = |sign: char| {
        begins_name(sign)
            || matches!(sign, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
    };
    text.chars().next().is_some_and(begins_name) && text.chars().all(goes_on)
}

/// Prefix and local name of a qualified name; `None` where it is no such name.
pub(super) fn split(name: &str) -> Option<(&str, &str)> {
    let (prefix, local) = name.split_once(':').map_or(("", name), |(prefix, local)| (prefix, local));
    let fits = is_name(local) && (is_name(prefix) || (prefix.is_empty() && local.len() == name.len()));
    fits.then_some((prefix, local))
}

/// The character of a reference without its `&` and `;`: one of the five predefined, or a character's number.
/// `Err` of a name is an entity that someone would have to declare.
pub(super) fn reference(name: &str) -> Result<char, Unknown> {
    let number = match name.strip_prefix('#') {
        Some(number) => number,
        None => {
            return match name {
                "amp" => Ok('&'),
                "lt" => Ok('<'),
                "gt" => Ok('>'),
                "apos" => Ok('\''),
                "quot" => Ok('"'),
                _ if is_name(name) => Err(Unknown::Entity),
                _ => Err(Unknown::Syntax),
            };
        }
    };
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let code = if plain { u32::from_str_radix(digits, radix).ok() } else { None };
    code.and_then(char::from_u32).filter(|sign| is_char(*sign)).ok_or(Unknown::Syntax)
}

/// Why a reference has no character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unknown {
    /// An entity that is not predefined.
    Entity,
    /// No reference at all.
    Syntax,
}

/// The value of an attribute: references resolved, line ends and tabs as spaces (section 3.3.3).
/// An error is the offset in the value.
pub(super) fn attribute(value: &str) -> Result<Cow<'_, str>, (usize, Unknown)> {
    if let Some(at) = value.find('<') {
        return Err((at, Unknown::Syntax));
    }
    if !value.bytes().any(|byte| matches!(byte, b'&' | b'\t' | b'\n' | b'\r')) {
        return Ok(Cow::Borrowed(value));
    }
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find(['&', '\t', '\n', '\r']) {
        text.push_str(&rest[..at]);
        let offset = value.len() - rest.len() + at;
        rest = if rest[at..].starts_with('&') {
            let end = rest[at..].find(';').ok_or((offset, Unknown::Syntax))? + at;
            text.push(reference(&rest[at + 1..end]).map_err(|unknown| (offset, unknown))?);
            &rest[end + 1..]
        } else {
            text.push(' ');
            rest[at..].strip_prefix("\r\n").unwrap_or(&rest[at + 1..])
        };
    }
    text.push_str(rest);
    Ok(Cow::Owned(text))
}
