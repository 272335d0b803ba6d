//! Finding the place or the organisation in which a role is to be held: people knows neither, the program lends it
//! a search.

use std::pin::Pin;

use ground::Scope;
use serde::Serialize;
use web::Here;

/// A place or producer that a search found.
#[derive(Clone, Debug)]
pub struct ScopeFound {
    /// Which.
    pub scope: Scope,
    /// Its name, as the frame shows it: "Phường Sa Đéc".
    pub name: String,
    /// More, to tell two of one name apart: "tỉnh Đồng Tháp, mã 29905".
    pub detail: String,
}

/// A search by name or code among places (`true`: among producers).
pub type ScopeSearch =
    for<'a> fn(
        &'a Here,
        &'a str,
        bool,
    ) -> Pin<Box<dyn Future<Output = ground::Result<Vec<ScopeFound>>> + Send + 'a>>;

/// A search that finds nothing, for tests without a register.
pub fn no_scopes<'a>(
    _: &'a Here,
    _: &'a str,
    _: bool,
) -> Pin<Box<dyn Future<Output = ground::Result<Vec<ScopeFound>>> + Send + 'a>> {
    Box::pin(async { Ok(Vec::new()) })
}

/// The choice of a found scope in a form: its kind and key.
pub(super) fn value_of(scope: Scope) -> String {
    match scope {
        Scope::Place(place) => format!("place:{place}"),
        Scope::Producer(producer) => format!("producer:{producer}"),
    }
}

/// One found scope as a choice.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ScopeChoice {
    pub value: String,
    pub name: String,
    pub detail: String,
    pub chosen: bool,
}
