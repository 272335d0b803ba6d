//! Events: those that a query finds, and those of one identifier.

use serde_json::{Value, json};

use super::answer;
use super::ask;
use super::operation::Operation;
use super::parameter::{self, FORMS, PAGE};
use crate::problem::Kind;

/// Whoever asks.
pub(super) const SCOPES: &[&str] = &["trace:query", "trace:all"];
const TAG: &str = "events";

/// `/epcis/events`.
pub(super) fn operations() -> Vec<Operation> {
    let id = json!({ "type": "string", "minLength": 1, "examples": ["urn:uuid:00000000-0000-4000-8000-000000000001"] });
    vec![
        queried(Operation::get("/epcis/events", "listEvents", "Events that a query finds").of(TAG, SCOPES)),
        Operation::get("/epcis/events/{id}", "showEvent", "The events of one identifier")
            .of(TAG, SCOPES)
            .tells("An error declaration has the identifier of the event that it withdraws: both are shown.")
            .with(parameter::in_path("id", "The `eventID`.", id))
            .negotiates(FORMS)
            .answers(200, answer::events("The event, and its error declaration where there is one."))
            .refuses(&[Kind::NoSuchResource]),
    ]
}

/// A list of events that the parameters of `SimpleEventQuery` narrow.
pub(super) fn queried(list: Operation) -> Operation {
    ask::names()
        .fold(list, |list, name| list.takes(&[name]))
        .takes(&[ask::FAMILIES])
        .takes(PAGE)
        .negotiates(FORMS)
        .answers(200, page())
        .refuses(&[Kind::QueryParameter, Kind::QueryTooLarge, Kind::QueryTooComplex])
}

/// A page of events.
pub(super) fn page() -> Value {
    answer::events("A page of events.")
}
