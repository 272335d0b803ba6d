//! Where in a link's path the key begins.

use super::{Reading, named};

/// What a link begins with; other spellings of the case are refused, as by GS1's own engine.
const SCHEMES: [&str; 4] = ["https://", "http://", "HTTPS://", "HTTP://"];

/// The length of the scheme that a text begins with.
pub(crate) fn is_scheme(text: &str) -> Option<usize> {
    SCHEMES.iter().find(|scheme| text.starts_with(**scheme)).map(|scheme| scheme.len())
}

/// The path of a link with its query and fragment cut off, and these two.
pub(crate) fn tail(text: &str) -> (&str, Option<&str>, Option<&str>) {
    let Some(end) = text.bytes().position(|byte| matches!(byte, b'?' | b'#')) else {
        return (text, None, None);
    };
    let (path, behind) = text.split_at(end);
    let (query, fragment) =
        behind.split_once('#').map_or((behind, None), |(query, after)| (query, Some(after)));
    (path, query.strip_prefix('?'), fragment)
}

/// The slash before the last primary key: segments are read in pairs from the end, because what stands before
/// the key is the domain's own affair.
pub(crate) fn root(path: &str, reading: Reading) -> Option<usize> {
    let mut end = path.len();
    loop {
        let before_value = slash_before(path, end)?;
        let before_name = slash_before(path, before_value)?;
        let ai = named(&path[before_name + 1..before_value], reading)?;
        if ai.identifier().is_key() {
            return Some(before_name);
        }
        end = before_name;
    }
}

// Segments are short: looking at each byte takes less than preparing a search.
fn slash_before(path: &str, end: usize) -> Option<usize> {
    path.as_bytes()[..end].iter().rposition(|byte| *byte == b'/')
}

/// Name and value of each pair of segments in a path that begins with a slash.
pub(crate) fn pairs(path: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = path;
    let mut segment = move || {
        let after = rest.strip_prefix('/')?;
        let end = after.bytes().position(|byte| byte == b'/').unwrap_or(after.len());
        let (segment, behind) = after.split_at(end);
        rest = behind;
        Some(segment)
    };
    std::iter::from_fn(move || Some((segment()?, segment()?)))
}
