//! Compressed Digital Links (GS1 Digital Link Standard: URI Syntax 1.1 to 1.4, compression). They are read, because
//! they were printed; they are never written, because implementations do not agree on them.

mod bits;
mod decode;
mod sequence;
mod shape;

use std::borrow::Cow;

use super::parse::{path_start, segments};
use super::{DigitalLink, Reading, build, root, tail};
use crate::element::check;
use crate::{Code, Element, Gs1Error};

/// The uncompressed link of a compressed one, under the same stem. Parameters that are not GS1's go to the end of
/// the query, where the link's own parameters stay.
///
/// # Errors
/// The text is no link, is not compressed or does not hold uncompressed; offsets inside the compressed part count
/// from its start.
pub fn decompress(text: &str) -> Result<String, Gs1Error> {
    let path_start = path_start(text)?;
    let (path, query, fragment) = tail(&text[path_start..]);
    let refused = |found: &str| Gs1Error::new(Code::Compressed, "", path_start, found);
    let (before, packed) = path.rsplit_once('/').ok_or_else(|| refused(path))?;
    // The key may stand uncompressed before the rest.
    let key_start = root(before, Reading::Strict).unwrap_or(before.len());
    let mut elements = if key_start < before.len() {
        segments(&before[key_start..], path_start + key_start, Reading::Strict)?
    } else {
        Vec::new()
    };
    let unpacked = decode::decode(packed).ok_or_else(|| refused(packed))?;
    elements.extend(unpacked.elements.into_iter().map(|(ai, value)| Element {
        ai,
        value: Cow::Owned(value),
        offset: path_start + before.len() + 1,
    }));
    check(&elements)?;
    let mut link = build(&elements, &text[..path_start + key_start])?;
    for parameter in query.map(str::to_owned).into_iter().chain(unpacked.extra) {
        link.push(if link.contains('?') { '&' } else { '?' });
        link.push_str(&parameter);
    }
    if let Some(fragment) = fragment {
        link.push('#');
        link.push_str(fragment);
    }
    // Its own parameters are not compressed, and not proved yet.
    DigitalLink::parse(&link)?;
    Ok(link)
}
