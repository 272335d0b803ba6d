//! The way through a list: back to its beginning, on to what comes next.

use serde::Serialize;
use web::FormData;

use crate::page::{Asked, Cursor};

/// Entries of one page.
pub(super) const ROWS: usize = 30;
/// What says where a list goes on.
const AFTER: &str = "after";
/// Results still to come of a query that wants so many.
const LEFT: &str = "left";

/// The ways from one page of a list.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct More {
    /// The first page; none on the first page.
    pub(super) first: Option<String>,
    /// The next page; none on the last.
    pub(super) next: Option<String>,
}

/// Where the list goes on; none on its first page and where the address says nothing that can be.
pub(super) fn cursor(query: &FormData) -> Option<Cursor> {
    Cursor::of_word(query.get(AFTER))
}

/// A page of results.
pub(super) fn page(query: &FormData) -> Asked {
    Asked::open(ROWS, cursor(query), query.get(LEFT).parse().ok())
}

/// The ways from this page, with everything else that is asked.
pub(super) fn more(path: &str, query: &FormData, next: Option<(&Cursor, Option<u64>)>) -> More {
    let first = query.has(AFTER).then(|| address(path, query, &[]));
    let next = next.map(|(cursor, left)| {
        let after = [(AFTER, Some(cursor.word())), (LEFT, left.map(|left| left.to_string()))];
        address(path, query, &after)
    });
    More { first, next }
}

fn address(path: &str, query: &FormData, after: &[(&str, Option<String>)]) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    let kept =
        query.pairs().filter(|(name, value)| ![AFTER, LEFT, "lang"].contains(name) && !value.is_empty());
    for (name, value) in kept {
        out.append_pair(name, value);
    }
    for (name, value) in after {
        value.as_ref().map(|value| out.append_pair(name, value));
    }
    let query = out.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
