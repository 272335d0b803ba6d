//! Queries in URLs: `name=value|value&…`.

use gs1::percent::push_escaped;

use super::fault::Faults;
use super::percent::decoded;
use super::scalar::{Form, form};
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
            let Some(plain) = decoded(value, false) else {
                faults.add(QueryCode::BadEncoding, &name, value);
                continue;
            };
            let values = match decoded(value, true) {
                _ if plain.is_empty() => Vec::new(),
                Some(spaced) if is_text => split(&plain).zip(split(&spaced)).map(text_of).collect(),
                _ => split(&plain).map(str::to_owned).collect(),
            };
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
            push_escaped(&name, b"", &mut out);
            out.push('=');
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    out.push_str("%7C");
                }
                push_escaped(value, b"", &mut out);
            }
            if values.is_empty() {
                out.push_str("true");
            }
        }
        Some(out)
    }
}

// Bounded, so that a value of separators alone costs nothing.
fn split(value: &str) -> impl Iterator<Item = &str> {
    value.split(BETWEEN).take(super::MAX_VALUES + 1)
}

// A time's zone has a `+` that writers forget to encode.
fn text_of((plain, spaced): (&str, &str)) -> String {
    if matches!(form(plain), Form::Time(_)) { plain.to_owned() } else { spaced.to_owned() }
}
