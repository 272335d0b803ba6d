//! Capture: documents of events and master data come in, whole or as far as they hold (EPCIS 2.0, section 8.1, 12.6).

mod add;
pub(crate) mod admit;
mod intake;
mod job;
mod list;
mod quota;
mod show;
mod submit;
mod take_in;

use axum::Router;
use axum::http::{HeaderMap, HeaderValue};
use axum::routing::get;
use web::App;

pub(crate) use add::add;
pub use take_in::take_in;

use crate::problem::{Kind, Problem};

/// Most events of one capture.
pub(crate) const MAX_EVENTS: usize = 5_000;
/// Most bytes of one capture.
pub(crate) const MAX_BYTES: usize = 8 << 20;

/// What happens to the good events of a document with bad ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behaviour {
    /// All or nothing.
    Rollback,
    /// The good ones are kept.
    Proceed,
}

impl Behaviour {
    /// As the header `GS1-Capture-Error-Behaviour` says.
    fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        match headers.get("gs1-capture-error-behaviour").map(HeaderValue::as_bytes) {
            None | Some(b"rollback") => Ok(Self::Rollback),
            Some(b"proceed") => Ok(Self::Proceed),
            Some(_) => Err(Problem::new(Kind::Validation, "trace-bad-header")
                .with("header", "GS1-Capture-Error-Behaviour")),
        }
    }

    /// The word of the header.
    const fn word(self) -> &'static str {
        match self {
            Self::Rollback => "rollback",
            Self::Proceed => "proceed",
        }
    }
}

/// The headers that announce the limits.
pub(crate) fn limits() -> HeaderMap {
    let mut head = crate::wanted::versions();
    head.insert("gs1-epcis-capture-limit", HeaderValue::from(MAX_EVENTS));
    head.insert("gs1-epcis-capture-file-size-limit", HeaderValue::from(MAX_BYTES));
    head
}

/// `/capture`.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/capture", get(list::list).post(submit::submit).options(crate::discover::capturing))
        .route("/capture/{id}", get(show::show).options(crate::discover::read_only))
}
