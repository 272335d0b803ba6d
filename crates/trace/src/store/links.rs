//! The items on the other side of an event, in one value beside an item: inputs beside an output, a parent beside a
//! child. One step of a trace is then one read of an index.
//!
//! Keys of one producer begin alike, so each is written as what it shares with the one before it and its rest:
//! one byte how many bytes it shares, one byte how long the rest is, the rest.

use super::{ItemKey, Result, StoreError};

/// Items of the other side that are kept beside; of more, none is, and the event's document has them.
pub const MAX_LINKS: usize = 64;

/// The value for these items, each once and in order; none when there are too many.
pub(crate) fn join(mut items: Vec<&ItemKey>) -> Option<Vec<u8>> {
    items.sort_unstable();
    items.dedup();
    if items.len() > MAX_LINKS {
        return None;
    }
    let mut out = Vec::with_capacity(items.len() * 12);
    let mut before: &[u8] = &[];
    for item in items {
        let bytes = item.as_bytes();
        let shared = before.iter().zip(bytes).take_while(|(a, b)| a == b).count();
        let rest = &bytes[shared..];
        // Both fit, because a key has at most MAX_KEY bytes.
        out.push(u8::try_from(shared).ok()?);
        out.push(u8::try_from(rest.len()).ok()?);
        out.extend_from_slice(rest);
        before = bytes;
    }
    Some(out)
}

/// The items of a value.
pub(crate) fn part(mut bytes: &[u8]) -> Result<Vec<ItemKey>> {
    let damaged = || StoreError::broken("links of an item");
    let mut items: Vec<ItemKey> = Vec::new();
    let mut key: Vec<u8> = Vec::new();
    while let [shared, length, rest @ ..] = bytes {
        let (rest, more) = rest.split_at_checked(usize::from(*length)).ok_or_else(damaged)?;
        if usize::from(*shared) > key.len() {
            return Err(damaged());
        }
        key.truncate(usize::from(*shared));
        key.extend_from_slice(rest);
        items.push(ItemKey::stored(&key));
        bytes = more;
    }
    if bytes.is_empty() { Ok(items) } else { Err(damaged()) }
}
