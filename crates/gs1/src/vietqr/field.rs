//! Fields of a payload: a tag of two digits, a length of two digits, so many characters.

use crate::{Code, Gs1Error};

/// Most characters of a field.
pub(super) const LONGEST_FIELD: usize = 99;
/// Tag and length.
const HEAD: usize = 4;

/// A field and where its value begins in the payload.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'a> {
    pub(super) tag: &'a str,
    pub(super) value: &'a str,
    pub(super) offset: usize,
}

/// Cuts a text into its fields; `within` is the tag that holds them.
pub(super) fn fields<'a>(text: &'a str, at: usize, within: &str) -> Result<Vec<Field<'a>>, Gs1Error> {
    let mut fields = Vec::new();
    let mut offset = 0;
    while offset < text.len() {
        let rest = &text[offset..];
        let broken = || Gs1Error::new(Code::PaymentField, within, at + offset, rest);
        let head = rest.get(..HEAD).filter(|head| head.bytes().all(|byte| byte.is_ascii_digit()));
        let (tag, length) = head.ok_or_else(broken)?.split_at(2);
        let length: usize = length.parse().map_err(|_| broken())?;
        let value = first(&rest[HEAD..], length).ok_or_else(broken)?;
        fields.push(Field { tag, value, offset: at + offset + HEAD });
        offset += HEAD + value.len();
    }
    Ok(fields)
}

/// The first so many characters.
fn first(text: &str, characters: usize) -> Option<&str> {
    let ends = text.char_indices().map(|(end, _)| end).chain([text.len()]);
    ends.take(characters + 1).nth(characters).and_then(|end| text.get(..end))
}

/// Appends a field; one without a value is left out.
pub(super) fn push(out: &mut String, tag: &str, value: &str) {
    if !value.is_empty() {
        out.push_str(&format!("{tag}{:02}{value}", value.chars().count()));
    }
}
