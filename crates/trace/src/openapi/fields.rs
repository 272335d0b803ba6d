//! What others see of a party's events: `/trace/visibility`.

use super::answer::{self, schema_of};
use super::operation::Operation;
use crate::problem::Kind;

const AT: &str = "/trace/visibility";
const SCOPES: &[&str] = &["trace:capture"];

/// `/trace/visibility`.
pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::get(AT, "showVisibility", "What others see of the events of the key's party")
            .of("trace", SCOPES)
            .answers(200, answer::json("The rules.", &[], "Visibility")),
        Operation::put(AT, "setVisibility", "Say what others see of the events of the key's party")
            .of("trace", SCOPES)
            .tells("Holds for what was captured before, too. What is not named becomes what it is by itself.")
            .body("The rules.", answer::both(&schema_of("Visibility")))
            .answers(200, answer::json("The rules.", &[], "Visibility"))
            .refuses(&[Kind::Validation, Kind::CaptureLimit, Kind::MediaType]),
    ]
}
