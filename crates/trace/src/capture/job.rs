//! A capture job as the standard tells it.

use ground::Instant;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Behaviour;
use crate::store::NewJob;

/// A job as JSON.
pub(super) fn told(job: &NewJob) -> Value {
    let behaviour =
        if job.behaviour == Behaviour::Proceed as u8 { Behaviour::Proceed } else { Behaviour::Rollback };
    let mut body = json!({
        "captureID": Uuid::from_bytes(job.id),
        "createdAt": Instant::from_micros(job.created_at.0).rfc3339(),
        "running": job.finished_at.is_none(),
        "success": job.success,
        "captureErrorBehaviour": behaviour.word(),
        "errors": serde_json::from_str::<Value>(&job.errors).unwrap_or(Value::Null),
    });
    if let Some(finished) = job.finished_at {
        body["finishedAt"] = Instant::from_micros(finished.0).rfc3339().into();
    }
    body
}
