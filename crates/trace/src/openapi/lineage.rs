//! Lineage: `/trace`.

use serde_json::{Value, json};

use super::answer::{self, schema_of};
use super::event::SCOPES;
use super::operation::Operation;
use super::parameter::PAGE;
use crate::lineage::{MAX_DEPTH, MAX_NODES};
use crate::problem::Kind;

/// `/trace`.
pub(super) fn operations() -> Vec<Operation> {
    let from = json!({ "type": "string", "minLength": 1, "examples": ["https://id.gs1.org/01/08930000000013/10/A1"] });
    let direction = json!({ "type": "string", "enum": ["back", "forward"], "default": "back" });
    let depth = json!({ "type": "integer", "minimum": 1, "maximum": MAX_DEPTH, "default": MAX_DEPTH });
    let told = "The graph; with `perPage`, a page of its items with the ways to those before.";
    let headers = [answer::VERSIONS, &["Link", "GS1-Next-Page-Token-Expires"]].concat();
    let trace = Operation::get("/trace", "trace", "Where goods came from, or where they went")
        .of("trace", SCOPES)
        .tells(description())
        .with(asked("from", true, "The item: a GS1 Digital Link or an EPC URN.", from))
        .with(asked("direction", false, "Which way.", direction))
        .with(asked("depth", false, "Levels.", depth))
        .with(asked("GE_eventTime", false, "Only through events from then on.", schema_of("Time")))
        .with(asked("LT_eventTime", false, "Only through events before then.", schema_of("Time")))
        .takes(PAGE)
        .answers(200, answer::json(told, &headers, "Trace"))
        .refuses(&[Kind::Validation, Kind::QueryParameter, Kind::NoSuchResource]);
    vec![trace]
}

fn description() -> String {
    format!(
        "The graph of lots through processing and packing, level by level, to {MAX_DEPTH} levels and {MAX_NODES} \
         items. What cannot be told is said, not filled: each item at which the walk stops says why."
    )
}

fn asked(name: &str, required: bool, description: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "query", "required": required, "description": description, "schema": schema })
}
