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
    let (rest, fragment) = text.split_once('#').map_or((text, None), |(rest, after)| (rest, Some(after)));
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, after)| (path, Some(after)));
    (path, query, fragment)
}

/// The slash before the last primary key: segments are read in pairs from the end, because what stands before
/// the key is the domain's own affair.
pub(crate) fn root(path: &str, reading: Reading) -> Option<usize> {
    let mut end = path.len();
    loop {
        let before_value = path[..end].rfind('/')?;
        let before_name = path[..before_value].rfind('/')?;
        let ai = named(&path[before_name + 1..before_value], reading)?;
        if ai.identifier().is_key() {
            return Some(before_name);
        }
        end = before_name;
    }
}
