//! Capture: documents, their jobs, and single events.

use serde_json::{Value, json};

use super::answer::{self, both, schema_of};
use super::operation::Operation;
use super::parameter::{self, FORMS, PAGE, VERSIONS};
use crate::capture::{MAX_BYTES, MAX_EVENTS};
use crate::problem::Kind;

const TAG: &str = "capture";
const SCOPE: &[&str] = &["trace:capture"];
const HEADS: &[&str] =
    &["GS1-EPCIS-Version", "GS1-CBV-Version", "GS1-EPCIS-Capture-Limit", "GS1-EPCIS-Capture-File-Size-Limit"];
/// The headers that say of a body what it is.
const SENT: &[&str] = &["GS1-EPCIS-Version", "GS1-CBV-Version", "Sen-Visibility"];
const REFUSED: &[Kind] = &[
    Kind::Validation,
    Kind::NotAcceptable,
    Kind::AlreadyExists,
    Kind::CaptureLimit,
    Kind::Quota,
    Kind::MediaType,
];

/// `/epcis/capture`, and what is sent to `/epcis/events`.
pub(super) fn operations() -> Vec<Operation> {
    vec![submit(), jobs(), job(), event()]
}

fn submit() -> Operation {
    let headers = [HEADS, &["GS1-Capture-Error-Behaviour", "Location"]].concat();
    Operation::post("/epcis/capture", "capture", "Capture a document of events and master data")
        .of(TAG, SCOPE)
        .tells(format!(
            "At most {MAX_EVENTS} events in {MAX_BYTES} bytes. Answered when everything is on the disk. The same \
             document again is the same: nothing is stored twice."
        ))
        .takes(SENT)
        .takes(&["GS1-Capture-Error-Behaviour"])
        .body("An EPCISDocument, EPCISQueryDocument or one event: JSON-LD, XML 2.0 or XML 1.2.", bodies("Captured"))
        .answers(202, answer::empty("On the disk. `Location` is the job that tells what became of it.", &headers))
        .refuses(REFUSED)
}

fn jobs() -> Operation {
    Operation::get("/epcis/capture", "listCaptureJobs", "Capture jobs of the key's party, the newest first")
        .of(TAG, SCOPE)
        .takes(PAGE)
        .negotiates(VERSIONS)
        .answers(200, answer::json("A page of jobs.", answer::PAGE, "CaptureJobs"))
        .refuses(&[Kind::QueryParameter])
}

fn job() -> Operation {
    let id = json!({ "type": "string", "minLength": 1 });
    Operation::get("/epcis/capture/{id}", "showCaptureJob", "What became of a document")
        .of(TAG, SCOPE)
        .with(parameter::in_path("id", "The job, as the `Location` of the capture says.", id))
        .negotiates(VERSIONS)
        .answers(
            200,
            answer::or_xml(answer::json(
                "The job.",
                &[answer::VERSIONS, &["GS1-EPC-Format"]].concat(),
                "CaptureJob",
            )),
        )
        .refuses(&[Kind::NoSuchResource])
}

fn event() -> Operation {
    let headers = [HEADS, &["GS1-EPC-Format", "GS1-Extensions", "Location"]].concat();
    Operation::post("/epcis/events", "captureEvent", "Capture one event")
        .of(TAG, SCOPE)
        .tells(
            "An event without `eventID` gets one, made of what it says, and keeps it when it is sent again.",
        )
        .takes(SENT)
        .negotiates(FORMS)
        .body("One event: JSON-LD, or XML in a document.", bodies("CapturedEvent"))
        .answers(201, answer::linked("The event, as `GET` of its address tells it.", &headers, "Event"))
        .refuses(REFUSED)
}

fn bodies(schema: &str) -> Value {
    let mut content = both(&schema_of(schema));
    for media in ["application/xml", "text/xml"] {
        content[media] = json!({ "schema": { "type": "string" } });
    }
    content
}
