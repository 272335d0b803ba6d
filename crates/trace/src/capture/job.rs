//! A capture job as the standard tells it.

use epcis::grade::CbvGrade;
use ground::{Ground, Instant};
use serde_json::{Value, json};
use uuid::Uuid;

use super::Behaviour;
use super::admit::Admitted;
use crate::event;
use crate::store::{Micros, NewJob};

/// The job of a document that was admitted, done as soon as it is stored.
pub(super) fn of(ground: &Ground, behaviour: Behaviour, admitted: &Admitted, errors: String) -> NewJob {
    let now = Micros(ground.clock.now().micros());
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    let graded = |grade: CbvGrade| {
        count(admitted.events.iter().filter(|event| event.grade == event::grade::number(grade)).count())
    };
    NewJob {
        id: ground.clock.new_id().into_bytes(),
        created_at: now,
        finished_at: Some(now),
        success: admitted.refused.is_empty(),
        behaviour: behaviour as u8,
        events: count(admitted.events.len() + admitted.left_out),
        stored: count(admitted.events.len()),
        same: 0,
        refused: count(admitted.left_out),
        compliant: Some(graded(CbvGrade::Compliant)),
        compatible: Some(graded(CbvGrade::Compatible)),
        errors,
    }
}

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
