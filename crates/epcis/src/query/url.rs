//! Queries in URLs: `name=value|value&…`.

use super::fault::Faults;
use super::percent::{decoded, push_encoded};
use super::{Given, Parameter, Prefixes, Query, QueryCode, QueryFault};

/// What stands between the values of a list.
const BETWEEN: char = '|';
/// Parameters of an address that are none of the query.
const OUTSIDE: [&str; 2] = ["perPage", "nextPageToken"];

impl Query {
    /// Reads the query part of a URL, without its `?`. `perPage` and `nextPageToken` are passed over. `+` is a
    /// space where the parameter takes texts; in identifiers, times and numbers it is itself.
    ///
    /// # Errors
    /// All that does not hold, up to [`super::MAX_FAULTS`].
    pub fn from_url(query: &str, prefixes: &Prefixes) -> Result<Self, Vec<QueryFault>> {
        let mut given = Vec::new();
        let mut faults = Faults::default();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            if given.len() > super::MAX_PARAMETERS {
                break;
            }
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let Some(name) = decoded(name, false) else {
                faults.add(QueryCode::BadEncoding, name, "");
                continue;
            };
            if OUTSIDE.contains(&&*name) {
                continue;
            }
            let is_text = Parameter::read(&name, prefixes).is_ok_and(|parameter| parameter.is_text());
            let Some(value) = decoded(value, is_text) else {
                faults.add(QueryCode::BadEncoding, &name, value);
                continue;
            };
            let values = if value.is_empty() { Vec::new() } else { split(&value) };
            given.push(Given { name: name.into_owned(), values });
        }
        match Self::read(&given, prefixes) {
            Ok(query) if faults.0.is_empty() => Ok(query),
            read => Err(faults.0.into_iter().chain(read.err().unwrap_or_default()).collect()),
        }
    }

    /// As the query part of a URL; none where a value has a `|` in it, which a URL cannot say.
    #[must_use]
    pub fn to_url(&self) -> Option<String> {
        let mut out = String::new();
        for Given { name, values } in self.given() {
            if values.iter().any(|value| value.contains(BETWEEN)) {
                return None;
            }
            if !out.is_empty() {
                out.push('&');
            }
            push_encoded(&name, &mut out);
            out.push('=');
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    out.push_str("%7C");
                }
                push_encoded(value, &mut out);
            }
            if values.is_empty() {
                out.push_str("true");
            }
        }
        Some(out)
    }
}

// Bounded, so that a value of separators alone costs nothing.
fn split(value: &str) -> Vec<String> {
    value.split(BETWEEN).take(super::MAX_VALUES + 1).map(str::to_owned).collect()
}
