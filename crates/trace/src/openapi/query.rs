//! Queries with a name.

use serde_json::{Value, json};

use super::answer::{self, schema_of};
use super::event::{SCOPES, page};
use super::operation::Operation;
use super::parameter::{self, FORMS, PAGE, VERSIONS};
use super::subscription;
use crate::problem::Kind;

const TAG: &str = "queries";
/// One query.
const ONE: &str = "/epcis/queries/{name}";

/// `/epcis/queries`.
pub(super) fn operations() -> Vec<Operation> {
    vec![list(), add(), show(), remove(), events()]
}

/// The name in the address.
pub(super) fn name() -> Value {
    parameter::in_path("name", "The query's name.", json!({ "type": "string", "minLength": 1 }))
}

fn list() -> Operation {
    Operation::get("/epcis/queries", "listQueries", "Named queries of the key's party")
        .of(TAG, SCOPES)
        .takes(PAGE)
        .negotiates(VERSIONS)
        .answers(200, answer::json("A page of queries.", answer::PAGE, "NamedQueries"))
        .refuses(&[Kind::QueryParameter])
}

fn add() -> Operation {
    let headers = [answer::VERSIONS, &["Location"]].concat();
    let mut made = answer::json("The query as it is kept.", &headers, "NamedQuery");
    made["links"] = links();
    Operation::post("/epcis/queries", "addQuery", "Give a query a name")
        .of(TAG, SCOPES)
        .negotiates(VERSIONS)
        .body("The name and the parameters of the query.", answer::both(&schema_of("NewQuery")))
        .answers(201, made)
        .refuses(&[
            Kind::QueryValidation,
            Kind::QueryParameter,
            Kind::AlreadyExists,
            Kind::QueryTooLarge,
            Kind::CaptureLimit,
            Kind::MediaType,
        ])
}

// What can be done with a query that was just made.
fn links() -> Value {
    let name = json!({ "path.name": "$response.body#/name" });
    let to = |operation: &str| json!({ "operationId": operation, "parameters": name });
    json!({ "show": to("showQuery"), "events": to("listQueryEvents"), "remove": to("removeQuery") })
}

fn show() -> Operation {
    Operation::get(ONE, "showQuery", "A named query")
        .of(TAG, SCOPES)
        .with(name())
        .negotiates(VERSIONS)
        .answers(
            200,
            answer::json("The query.", &[answer::VERSIONS, &["GS1-EPC-Format"]].concat(), "NamedQuery"),
        )
        .refuses(&[Kind::NoSuchName])
}

fn remove() -> Operation {
    Operation::delete(ONE, "removeQuery", "Remove a named query")
        .of(TAG, SCOPES)
        .with(name())
        .answers(204, answer::empty("It is gone.", answer::VERSIONS))
        .refuses(&[Kind::Validation, Kind::NoSuchName])
}

fn events() -> Operation {
    let events = Operation::get("/epcis/queries/{name}/events", "listQueryEvents", "Events that a named query finds")
        .of(TAG, SCOPES)
        .tells(
            "With `Upgrade: websocket` it becomes a subscription for as long as the connection lasts: `stream`, or the \
             fields of a schedule, say when results come. The query is fixed: any other parameter is refused.",
        )
        .with(name())
        .takes(PAGE)
        .negotiates(FORMS)
        .answers(101, json!({ "description": "Each message of the WebSocket is an EPCISQueryDocument." }))
        .answers(200, page())
        .refuses(&[
            Kind::NoSuchName,
            Kind::QueryParameter,
            Kind::SubscriptionControls,
            Kind::QueryTooLarge,
            Kind::QueryTooComplex,
        ]);
    subscription::of_socket().into_iter().fold(events, Operation::with)
}
