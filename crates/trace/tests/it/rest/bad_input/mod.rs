//! What does not hold is refused at its place, in both languages, and leaves nothing behind.

mod body;
mod json;
mod whole;
mod xml;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use axum::http::{Method, StatusCode};
use serde_json::Value;

use super::bed::{Caller, Reply, Repository};
use crate::store::everywhere;
use crate::store::ground::Place;

/// Characters of what is too long.
const LONG: usize = 10_000;
/// So many complaints are enough to see what is wrong.
const ENOUGH: usize = 60;
/// Nothing that is refused takes longer, on a slow and busy machine.
const AT_ONCE: Duration = Duration::from_secs(5);
/// Bytes of the longest refusal.
const MAX_ANSWER: usize = 200_000;

everywhere! {
    whole_documents_are_taken
    every_field_of_json_that_does_not_hold_is_refused_at_its_place
    every_element_of_xml_that_does_not_hold_is_refused_at_its_place
    too_much_of_anything_is_refused
    what_is_damaged_is_refused
    another_form_is_refused_before_it_is_read
    a_query_that_is_no_query_or_too_long_is_refused
    a_document_whose_event_is_refused_leaves_no_master_data
}

async fn whole_documents_are_taken(place: &Place) {
    let repository = Repository::at(place).await;
    for kind in whole::TYPES {
        let party = repository.party(kind).await;
        let reply = party.post("/epcis/capture", whole::document(kind).to_string()).await;
        assert_eq!(reply.status, 202, "{kind}: {}", reply.text);
        assert_eq!(party.get("/epcis/events").await.events().len(), 1, "{kind}");
        let party = repository.party(&format!("{kind} XML")).await;
        let reply = party.post_xml("/epcis/capture", whole::document_xml(kind)).await;
        assert_eq!(reply.status, 202, "{kind}: {}", reply.text);
        assert_eq!(party.get("/epcis/events").await.events().len(), 1, "{kind}");
    }
}

async fn every_field_of_json_that_does_not_hold_is_refused_at_its_place(place: &Place) {
    let repository = Repository::at(place).await;
    let mut judge = Judge::default();
    for kind in whole::TYPES {
        let (bad, fine) = (repository.party(kind).await, repository.party(&format!("{kind} 2")).await);
        for (number, change) in json::changes(&whole::document(kind), kind).into_iter().enumerate() {
            let about = format!("{kind} {} {}", change.at, change.what);
            if change.fine {
                // Each is another event.
                let body = change.body.replace(whole::EVENT_ID, &format!("urn:uuid:{number}"));
                let reply = fine.post("/epcis/capture", body).await;
                judge.says(reply.status == 202, &about, &reply);
                continue;
            }
            let reply = bad.post("/epcis/capture", change.body.clone()).await;
            judge.refused(&about, &reply, &change.at);
            judge.in_both_languages(&bad, &reply, &change.body).await;
        }
        judge.left.push(bad);
    }
    judge.has_nothing_to_say().await;
}

async fn every_element_of_xml_that_does_not_hold_is_refused_at_its_place(place: &Place) {
    let repository = Repository::at(place).await;
    let mut judge = Judge::default();
    for kind in whole::TYPES {
        let (bad, fine) = (repository.party(kind).await, repository.party(&format!("{kind} 2")).await);
        for (number, change) in xml::changes(&whole::document_xml(kind), kind).into_iter().enumerate() {
            let about = format!("{kind} {} {}", change.at, change.what);
            if change.fine {
                let body = change.body.replace(whole::EVENT_ID, &format!("urn:uuid:{number}"));
                let reply = fine.post_xml("/epcis/capture", body).await;
                judge.says(reply.status == 202, &about, &reply);
                continue;
            }
            let reply = bad.post_xml("/epcis/capture", change.body.clone()).await;
            judge.refused(&about, &reply, &change.at);
        }
        judge.left.push(bad);
    }
    judge.has_nothing_to_say().await;
}

async fn too_much_of_anything_is_refused(place: &Place) {
    all_are_refused(place, body::bombs()).await;
}

async fn what_is_damaged_is_refused(place: &Place) {
    all_are_refused(place, body::damaged()).await;
}

async fn all_are_refused(place: &Place, bodies: Vec<body::Body>) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut judge = Judge::default();
    for body in bodies {
        for path in ["/epcis/capture", "/epcis/events"] {
            let sender = party.with("content-type", body.content_type);
            let begun = Instant::now();
            let reply = sender.send(Method::POST, path, body.bytes.clone().into()).await;
            let about = format!("{path} {}", body.what);
            judge.refused(&about, &reply, "");
            judge.says(begun.elapsed() < AT_ONCE, &format!("{about}: {:?}", begun.elapsed()), &reply);
            judge.says(reply.text.len() < MAX_ANSWER, &format!("{about}: a long answer"), &reply);
        }
    }
    judge.left.push(party);
    judge.has_nothing_to_say().await;
}

async fn another_form_is_refused_before_it_is_read(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let (json, xml) = (whole::document("ObjectEvent").to_string(), whole::document_xml("ObjectEvent"));
    for path in ["/epcis/capture", "/epcis/events"] {
        for kind in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "*/*",
            "",
            "application/json/xml",
        ] {
            let reply = party.with("content-type", kind).send(Method::POST, path, json.clone().into()).await;
            assert_eq!(reply.status, 415, "{kind}: {}", reply.text);
        }
        // A content coding that is not taken is 415 as well (RFC 9110, section 15.5.16).
        for coding in ["gzip", "br", "deflate", "gzip, identity"] {
            let reply = party.with("content-encoding", coding).post(path, json.clone()).await;
            assert_eq!(reply.status, 415, "{coding}: {}", reply.text);
            // A sentence, not the name of one that nobody wrote.
            for caller in [&party, &party.in_vietnamese()] {
                let reply = caller.with("content-encoding", coding).post(path, json.clone()).await;
                assert!(
                    reply.json()["detail"].as_str().is_some_and(|told| told.contains(' ')),
                    "{}",
                    reply.text
                );
            }
            assert_eq!(reply.header("accept-encoding"), "identity");
        }
        assert_eq!(party.post(path, xml.clone()).await.status, 400);
        assert_eq!(party.post_xml(path, json.clone()).await.status, 400);
        for (header, value) in [("gs1-capture-error-behaviour", "perhaps"), ("sen-visibility", "everybody")] {
            let reply = party.with(header, value).post("/epcis/capture", json.clone()).await;
            assert_eq!(reply.status, 400, "{header}: {}", reply.text);
        }
    }
    nothing_is_left_of(&party).await;
}

async fn a_query_that_is_no_query_or_too_long_is_refused(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let asked = |query: &str| format!("{{\"name\":\"q\",\"query\":{query}}}");
    let (open, shut) = ("[".repeat(1_000), "]".repeat(1_000));
    for (body, status) in [
        (String::new(), 400),
        ("{".to_owned(), 400),
        ("[]".to_owned(), 400),
        ("{}".to_owned(), 400),
        (asked("7"), 400),
        (asked("null"), 400),
        (asked("{\"EQ_bizStep\":[\"shipping\"],\"EQ_bizStep\":[\"packing\"]}"), 400),
        (asked("{\"EQ_bizStep\":null}"), 400),
        (asked("{\"EQ_bizStep\":{}}"), 400),
        (asked(&format!("{{\"EQ_bizStep\":{open}1{shut}}}")), 400),
        (asked("{\"GE_eventTime\":\"2026-02-30T00:00:00Z\"}"), 400),
        (asked("{\"GE_quantity\":1e999}"), 400),
        (asked("{\"eventCountLimit\":-1}"), 400),
        (asked("{\"maxEventCount\":99999999999999999999}"), 400),
        (asked("{\"orderBy\":\"\\u0000\"}"), 400),
        ("{\"name\":\"a\\u0000b\",\"query\":{}}".to_owned(), 400),
        (format!("{{\"name\":\"{}\",\"query\":{{}}}}", "q".repeat(LONG)), 400),
        (asked(&format!("{{\"EQ_bizStep\":[\"{}\"]}}", "x".repeat(LONG))), 400),
        (" ".repeat(1 << 20), 413),
    ] {
        let reply = party.post("/epcis/queries", body.clone()).await;
        // It may be without a name that is known here, or ask for what nothing has.
        let shown: String = body.chars().take(80).collect();
        assert_eq!(reply.status.as_u16(), status, "{shown}: {}", reply.text);
        let kind = reply.json()["type"].as_str().unwrap_or_default().to_owned();
        assert!(kind.starts_with("epcisException:"), "{shown}: {kind}");
    }
    assert_eq!(party.get("/epcis/queries").await.json(), serde_json::json!([]));
}

async fn a_document_whose_event_is_refused_leaves_no_master_data(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut event = whole::event("ObjectEvent");
    event["bizLocation"]["id"] = "https://id.gs1.org/414/8930000000037".into();
    let taken = super::bed::document(&[event.clone()]);
    assert_eq!(party.post("/epcis/capture", taken).await.status, 202);
    // The same eventID with another content; the header says what lies below a place.
    let reply = party.post("/epcis/capture", whole::document("ObjectEvent").to_string()).await;
    assert_eq!(reply.status, 409, "{}", reply.text);
    let below = "/epcis/events?WD_bizLocation=https%3A%2F%2Fid.gs1.org%2F414%2F8930000000020";
    assert_eq!(party.get(below).await.events(), Vec::<Value>::new());
    // Nor a job that says it was stored.
    assert_eq!(party.get("/epcis/capture").await.json().as_array().map(Vec::len), Some(1));
}

/// Neither an event nor a job.
async fn nothing_is_left_of(party: &Caller) {
    assert_eq!(party.get("/epcis/events").await.events(), Vec::<Value>::new());
    assert_eq!(party.get("/epcis/capture").await.json(), serde_json::json!([]));
}

/// Looks at answers and keeps what is wrong with them.
#[derive(Default)]
struct Judge {
    complaints: Vec<String>,
    codes: BTreeSet<String>,
    /// Callers of whom nothing may be left.
    left: Vec<Caller>,
}

impl Judge {
    fn says(&mut self, holds: bool, about: &str, reply: &Reply) {
        if !holds {
            let text: String = reply.text.chars().take(300).collect();
            self.complaints.push(format!("{about}: {} {text}", reply.status));
        }
    }

    /// A 4xx in the standard's words; of what can be read, with the place of what was changed.
    fn refused(&mut self, about: &str, reply: &Reply, at: &str) {
        self.says(reply.status.is_client_error(), about, reply);
        if !reply.status.is_client_error() {
            return;
        }
        let problem = reply.json();
        let kind = problem["type"].as_str().unwrap_or_default();
        self.says(kind.starts_with("epcisException:"), about, reply);
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        let told = |error: &Value, name: &str| error[name].as_str().unwrap_or_default().to_owned();
        // What cannot be read has no places but that of a byte.
        let syntax = ["syntax", "cut", "trailing", "encoding", "doctype", "undeclared-prefix", "not-epcis"];
        let near = |error: &Value| {
            let found = told(error, "at");
            at.is_empty() || syntax.contains(&told(error, "code").as_str()) || is_near(&found, at)
        };
        self.says(errors.iter().any(near), &format!("{about}: no error at {at}"), reply);
        let plain = |text: String| !text.is_empty() && !text.contains("{ $");
        let whole = |error: &Value| plain(told(error, "message")) && plain(told(error, "code"));
        self.says(errors.iter().all(whole), about, reply);
    }

    /// Of a code not seen before: what is said of it in the other language.
    async fn in_both_languages(&mut self, party: &Caller, reply: &Reply, body: &str) {
        if reply.status == StatusCode::ACCEPTED {
            return;
        }
        let english = reply.json()["errors"].clone();
        let fresh = |error: &Value| self.codes.insert(error["code"].to_string());
        if !english.as_array().into_iter().flatten().map(fresh).fold(false, |any, fresh| any | fresh) {
            return;
        }
        let reply = party.in_vietnamese().post("/epcis/capture", body.to_owned()).await;
        let vietnamese = reply.json()["errors"].clone();
        for (english, vietnamese) in
            english.as_array().into_iter().flatten().zip(vietnamese.as_array().unwrap())
        {
            let same = |name: &str| english[name] == vietnamese[name];
            let holds = same("at") && same("code") && !same("message");
            self.says(holds, &format!("in English {english}, in Vietnamese"), &reply);
        }
    }

    async fn has_nothing_to_say(self) {
        let count = self.complaints.len();
        let first: Vec<&str> = self.complaints.iter().take(ENOUGH).map(String::as_str).collect();
        assert_eq!(count, 0, "{count} complaints:\n{}", first.join("\n"));
        for caller in &self.left {
            nothing_is_left_of(caller).await;
        }
    }
}

// The very place, something in it, or what it is missing from.
fn is_near(found: &str, at: &str) -> bool {
    let found: String =
        found.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect();
    let parent = at.rsplit_once('/').map_or("", |(parent, _)| parent);
    found == at || found.starts_with(&format!("{at}/")) || found == parent
}
