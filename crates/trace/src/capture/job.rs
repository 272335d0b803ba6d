//! A capture job as the standard tells it.

use epcis::grade::CbvGrade;
use ground::{Ground, Instant};
use serde_json::{Map, Value, json};
use uuid::Uuid;
use web::Here;

use super::Behaviour;
use super::admit::Admitted;
use crate::event;
use crate::problem::Kind;
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

/// The code of an error whose event has an identifier that is another's.
pub(super) const EVENT_TAKEN: &str = "event-taken";

/// A job as JSON.
pub(super) fn told(job: &NewJob, here: &Here) -> Value {
    let behaviour =
        if job.behaviour == Behaviour::Proceed as u8 { Behaviour::Proceed } else { Behaviour::Rollback };
    let errors: Vec<Map<String, Value>> = serde_json::from_str(&job.errors).unwrap_or_default();
    let errors: Vec<Value> = errors.into_iter().map(|error| as_problem(error, here)).collect();
    let mut body = json!({
        "captureID": Uuid::from_bytes(job.id),
        "createdAt": Instant::from_micros(job.created_at.0).rfc3339(),
        "running": job.finished_at.is_none(),
        "success": job.success,
        "captureErrorBehaviour": behaviour.word(),
        "errors": errors,
    });
    if let Some(finished) = job.finished_at {
        body["finishedAt"] = Instant::from_micros(finished.0).rfc3339().into();
    }
    body
}

// Each error is a problem of its own to the standard, beside what it says more exactly.
fn as_problem(error: Map<String, Value>, here: &Here) -> Value {
    let is_taken = error.get("code").is_some_and(|code| code == EVENT_TAKEN);
    let kind = if is_taken { Kind::AlreadyExists } else { Kind::Validation };
    let mut told = json!({
        "type": kind.uri(),
        "title": kind.title(&here.app.words, here.lang),
        "detail": error.get("message"),
    });
    if let Value::Object(members) = &mut told {
        members.extend(error);
    }
    told
}
