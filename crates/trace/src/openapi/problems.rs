//! Problems: one answer for each status, with all kinds that have it.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use crate::capture::{MAX_BYTES, MAX_EVENTS};
use crate::problem::Kind;

/// The name of the answer with a status.
pub(super) fn name(status: StatusCode) -> String {
    status.canonical_reason().unwrap_or_default().replace(' ', "")
}

/// The shared answers.
pub(super) fn answers() -> Map<String, Value> {
    let mut answers = Map::new();
    for status in Kind::ALL.iter().map(|kind| kind.status()) {
        answers.entry(name(status)).or_insert_with(|| answer(status));
    }
    answers
}

fn answer(status: StatusCode) -> Value {
    let kinds: Vec<String> =
        Kind::ALL.iter().filter(|kind| kind.status() == status).map(|kind| kind.uri()).collect();
    let told: Vec<&str> =
        Kind::ALL.iter().filter(|kind| kind.status() == status).map(|kind| kind.meaning().trim()).collect();
    let json = json!({ "schema": {
        "allOf": [{ "$ref": "#/components/schemas/Problem" }],
        "properties": { "status": { "const": status.as_u16() }, "type": { "enum": kinds } }
    } });
    let mut answer = json!({
        "description": told.join(" "),
        "content": {
            "application/problem+json": json,
            "application/problem+xml": { "schema": { "type": "string" } }
        }
    });
    let headers = match status {
        StatusCode::UNAUTHORIZED => json!({ "WWW-Authenticate": {
            "description": "How to show who calls.", "required": true, "schema": { "const": "Bearer" } } }),
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => json!({ "Retry-After": {
            "description": "Seconds to wait before the next try.", "required": true,
            "schema": { "type": "integer", "minimum": 1 } } }),
        // Of a capture alone.
        StatusCode::PAYLOAD_TOO_LARGE => json!({
            "GS1-EPCIS-Capture-Limit":
                { "description": "Most events.", "schema": { "type": "integer", "const": MAX_EVENTS } },
            "GS1-EPCIS-Capture-File-Size-Limit":
                { "description": "Most bytes.", "schema": { "type": "integer", "const": MAX_BYTES } } }),
        StatusCode::METHOD_NOT_ALLOWED => json!({ "Allow": super::answer::header("Allow") }),
        _ => return answer,
    };
    answer["headers"] = headers;
    answer
}
