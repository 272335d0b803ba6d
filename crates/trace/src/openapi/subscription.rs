//! Subscriptions to queries with a name.

use serde_json::{Value, json};

use super::answer::{self, schema_of};
use super::event::SCOPES;
use super::operation::Operation;
use super::parameter::{self, FORMS, PAGE, VERSIONS};
use super::query;
use crate::problem::Kind;

/// The group.
const TAG: &str = "subscriptions";
/// Those of a query.
const ALL: &str = "/epcis/queries/{name}/subscriptions";
/// One of them.
pub(super) const ONE: &str = "/epcis/queries/{name}/subscriptions/{id}";

/// `/epcis/queries/{name}/subscriptions`.
pub(super) fn operations() -> Vec<Operation> {
    vec![list(), add(), show(), remove()]
}

fn id() -> Value {
    parameter::in_path("id", "The subscription.", json!({ "type": "string", "minLength": 1 }))
}

fn list() -> Operation {
    Operation::get(ALL, "listSubscriptions", "Subscriptions of the key's party to a query")
        .of(TAG, SCOPES)
        .with(query::name())
        .takes(PAGE)
        .negotiates(VERSIONS)
        .answers(200, answer::json("A page of subscriptions.", answer::PAGE, "Subscriptions"))
        .refuses(&[Kind::QueryParameter, Kind::NoSuchName])
}

fn add() -> Operation {
    let headers = [answer::VERSIONS, &["Location"]].concat();
    let mut made = answer::json("The subscription.", &headers, "Subscription");
    let to = |operation: &str| {
        json!({ "operationId": operation, "parameters": {
            "path.name": "$request.path.name", "path.id": "$response.body#/subscriptionID" } })
    };
    made["links"] = json!({ "show": to("showSubscription"), "remove": to("removeSubscription") });
    Operation::post(ALL, "subscribe", "Have the results of a query sent to a webhook")
        .of(TAG, SCOPES)
        .tells(
            "Results go out as an EPCISQueryDocument, at least once and in the order of record: as soon as they come \
             (`stream`), or at the times of a schedule. With a `signatureToken`, `GS1-Signature` is the HMAC-SHA-256 \
             of the body under it. Over a WebSocket: `GET /epcis/queries/{name}/events` with `Upgrade: websocket`.",
        )
        .with(query::name())
        .negotiates(FORMS)
        .body("Where to and when.", answer::both(&schema_of("NewSubscription")))
        .answers(201, made)
        .refuses(&[Kind::SubscriptionControls, Kind::NoSuchName, Kind::CaptureLimit, Kind::MediaType])
}

fn show() -> Operation {
    Operation::get(ONE, "showSubscription", "A subscription")
        .of(TAG, SCOPES)
        .with(query::name())
        .with(id())
        .negotiates(VERSIONS)
        .answers(200, answer::json("The subscription.", answer::VERSIONS, "Subscription"))
        .refuses(&[Kind::NoSuchName])
}

fn remove() -> Operation {
    Operation::delete(ONE, "removeSubscription", "End a subscription")
        .of(TAG, SCOPES)
        .with(query::name())
        .with(id())
        .answers(204, answer::empty("It is gone.", answer::VERSIONS))
        .refuses(&[Kind::Validation, Kind::NoSuchName])
}

/// The parameters of a subscription over a WebSocket; they mean nothing to a plain request.
pub(super) fn of_socket() -> Vec<Value> {
    let flag = json!({ "type": "boolean" });
    let time = schema_of("Time");
    let field = schema_of("ScheduleField");
    let told = [
        ("stream", "WebSocket: results as soon as they come.", &flag),
        ("reportIfEmpty", "WebSocket: an empty result of a schedule goes out too.", &flag),
        ("initialRecordTime", "WebSocket: events recorded from here on.", &time),
        ("second", "WebSocket: seconds of a schedule, 0–59.", &field),
        ("minute", "WebSocket: minutes, 0–59.", &field),
        ("hour", "WebSocket: hours, 0–23.", &field),
        ("dayOfMonth", "WebSocket: days of the month, 1–31.", &field),
        ("month", "WebSocket: months, 1–12.", &field),
        ("dayOfWeek", "WebSocket: days of the week, 1 (Monday) to 7.", &field),
    ];
    told.into_iter().map(in_query).collect()
}

fn in_query((name, description, schema): (&str, &str, &Value)) -> Value {
    json!({ "name": name, "in": "query", "description": description, "schema": schema })
}
