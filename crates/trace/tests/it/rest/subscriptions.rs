//! Standing queries to webhooks.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use super::bed::{Caller, Repository, document, seen};
use super::receiver::{LOOK, PATIENCE, Receiver};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    a_stream_posts_what_fits_and_signs_it
    what_waits_outlives_the_program_and_begins_in_the_past
    a_schedule_reports_at_its_time_and_also_nothing
    a_destination_that_fails_gets_it_later_and_nothing_is_lost
    a_document_that_is_too_large_comes_in_parts
    every_event_of_many_captures_at_once_comes_once
    others_events_come_as_far_as_they_may_be_seen
    a_subscription_ends_with_its_query_its_removal_and_its_key
    a_result_that_is_too_large_is_told_as_a_problem
    a_bad_subscription_is_refused_with_its_field
}

const QUERIES: &str = "/epcis/queries";
const SUBSCRIPTIONS: &str = "/epcis/queries/shipped/subscriptions";

/// An event with an identifier that says its number.
fn numbered(number: u32) -> Value {
    let mut event = seen(&format!("L{number}"), number);
    event["eventID"] = id(number).into();
    event
}

fn id(number: u32) -> String {
    format!("urn:uuid:00000000-0000-4000-8000-{number:012}")
}

fn ids(numbers: impl IntoIterator<Item = u32>) -> Vec<String> {
    numbers.into_iter().map(id).collect()
}

async fn capture(party: &Caller, events: &[Value]) {
    let reply = party.post("/epcis/capture", document(events)).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
}

async fn ask(party: &Caller, query: Value) {
    let body = json!({ "name": "shipped", "query": query }).to_string();
    let reply = party.with("content-type", "application/json").post(QUERIES, body).await;
    assert_eq!(reply.status, 201, "{}", reply.text);
}

async fn subscribe(party: &Caller, wish: Value) -> String {
    let reply = party.post(SUBSCRIPTIONS, wish.to_string()).await;
    assert_eq!(reply.status, 201, "{}", reply.text);
    reply.json()["subscriptionID"].as_str().unwrap().to_owned()
}

/// Waits until a subscription is told so.
async fn until(party: &Caller, subscription: &str, is_so: impl Fn(&Value) -> bool) -> Value {
    let at = format!("{SUBSCRIPTIONS}/{subscription}");
    let known = async {
        loop {
            let told = party.get(&at).await.json();
            if is_so(&told) {
                break told;
            }
            tokio::time::sleep(LOOK).await;
        }
    };
    tokio::time::timeout(PATIENCE, known).await.expect("it does not come to that")
}

/// Waits until it is known that so many attempts failed.
async fn failed(party: &Caller, subscription: &str, times: u32) -> Value {
    until(party, subscription, |told| told["failures"] == times).await
}

async fn shipped(repository: &Repository) -> Caller {
    let party = repository.party("cooperative").await;
    ask(&party, json!({ "EQ_bizStep": ["shipping"] })).await;
    party
}

async fn a_stream_posts_what_fits_and_signs_it(place: &Place) {
    let repository = Repository::at(place).await;
    let worker = repository.worker();
    let party = shipped(&repository).await;
    let receiver = Receiver::answering(&[]).await;
    let wish = json!({ "dest": receiver.dest, "signatureToken": "secret of the receiver", "stream": true });
    let subscription = subscribe(&party, wish).await;
    let mut other = numbered(2);
    other["bizStep"] = "receiving".into();
    capture(&party, &[numbered(1), other, numbered(3)]).await;
    let mut found = receiver.events(2).await;
    found.sort();
    assert_eq!(found, ids([1, 3]));
    capture(&party, &[numbered(1), numbered(4)]).await;
    assert_eq!(receiver.events(3).await[2], id(4), "what is there already is no news");
    for came in receiver.came() {
        assert_eq!(came.header("content-type"), "application/json");
        assert_eq!(came.header("gs1-epcis-version"), "2.0.0");
        let mut mac = Hmac::<Sha256>::new_from_slice(b"secret of the receiver").unwrap();
        mac.update(came.body.as_bytes());
        assert_eq!(came.header("gs1-signature"), hex::encode(mac.finalize().into_bytes()));
        let document = came.json();
        assert_eq!(document["type"], "EPCISQueryDocument");
        let results = &document["epcisBody"]["queryResults"];
        assert_eq!(
            (&results["queryName"], &results["subscriptionID"]),
            (&json!("shipped"), &json!(subscription))
        );
    }
    let told = party.get(&format!("{SUBSCRIPTIONS}/{subscription}")).await;
    assert!(told.json()["lastNotifiedAt"].is_string() && told.json()["stream"] == true, "{}", told.text);
    assert!(!told.text.contains("secret of the receiver"));
    // Discovery says how far it has come, to its party alone.
    let other = repository.party("other").await;
    for (asks, since) in [(&party, told.json()["minRecordTime"].as_str().unwrap()), (&other, "")] {
        let at = format!("{SUBSCRIPTIONS}/{subscription}");
        let options = asks.send(Method::OPTIONS, &at, Body::empty()).await;
        assert_eq!((options.status.as_u16(), options.header("gs1-query-min-record-time")), (204, since));
    }
    let all = party.get(SUBSCRIPTIONS).await.json();
    assert_eq!(all.as_array().unwrap().len(), 1);
    assert_eq!(all[0]["subscriptionID"], json!(subscription));
    worker.stop().await;
}

async fn what_waits_outlives_the_program_and_begins_in_the_past(place: &Place) {
    let repository = Repository::at(place).await;
    let party = shipped(&repository).await;
    let receiver = Receiver::answering(&[]).await;
    let clock = &repository.bed.ground.clock;
    let begun = clock.now();
    capture(&party, &[numbered(1)]).await;
    clock.stand_at(begun.plus_seconds(60));
    capture(&party, &[numbered(2), numbered(3)]).await;
    clock.stand_at(begun.plus_seconds(120));
    let since = begun.plus_seconds(30).rfc3339();
    subscribe(&party, json!({ "dest": receiver.dest, "stream": true, "initialRecordTime": since })).await;
    capture(&party, &[numbered(4)]).await;
    // Nobody hands anything on yet; a program that starts later does.
    assert!(receiver.came().is_empty());
    let worker = repository.worker();
    let mut found = receiver.events(3).await;
    found.sort();
    assert_eq!(found, ids([2, 3, 4]));
    worker.stop().await;
}

async fn a_schedule_reports_at_its_time_and_also_nothing(place: &Place) {
    let repository = Repository::at(place).await;
    let worker = repository.worker();
    let party = shipped(&repository).await;
    let receiver = Receiver::answering(&[]).await;
    let wish = json!({ "dest": receiver.dest, "reportIfEmpty": true, "schedule": { "minute": "30" } });
    let subscription = subscribe(&party, wish).await;
    capture(&party, &[numbered(1), numbered(2)]).await;
    let clock = &repository.bed.ground.clock;
    let noon = clock.now();
    clock.stand_at(noon.plus_seconds(29 * 60));
    capture(&party, &[numbered(3)]).await;
    assert!(receiver.came().is_empty(), "it is not half past yet");
    let store = place.open().await;
    while !store.pending(1).await.unwrap().is_empty() {
        tokio::time::sleep(LOOK).await;
    }
    clock.stand_at(noon.plus_seconds(30 * 60));
    let mut found = receiver.events(3).await;
    found.sort();
    assert_eq!(found, ids([1, 2, 3]));
    assert_eq!(receiver.came().len(), 1);
    until(&party, &subscription, |told| told["lastNotifiedAt"].is_string()).await;
    clock.stand_at(noon.plus_seconds(90 * 60));
    let empty = receiver.documents(2).await[1].json();
    assert_eq!(empty["epcisBody"]["queryResults"]["resultsBody"]["eventList"], json!([]));
    let told = party.get(&format!("{SUBSCRIPTIONS}/{subscription}")).await.json();
    assert_eq!(told["schedule"], json!({ "minute": "30" }));
    assert_eq!(told["reportIfEmpty"], true);
    worker.stop().await;
}

async fn a_destination_that_fails_gets_it_later_and_nothing_is_lost(place: &Place) {
    let repository = Repository::at(place).await;
    let worker = repository.worker();
    let party = shipped(&repository).await;
    let receiver = Receiver::answering(&[500, 503]).await;
    let subscription = subscribe(&party, json!({ "dest": receiver.dest, "stream": true })).await;
    let clock = &repository.bed.ground.clock;
    capture(&party, &[numbered(1)]).await;
    failed(&party, &subscription, 1).await;
    clock.stand_at(clock.now().plus_seconds(3));
    let told = failed(&party, &subscription, 2).await;
    assert!(told.get("lastNotifiedAt").is_none(), "{told}");
    capture(&party, &[numbered(2)]).await;
    clock.stand_at(clock.now().plus_seconds(10));
    let last: BTreeSet<String> =
        receiver.documents(3).await.iter().skip(2).flat_map(|came| came.ids()).collect();
    assert_eq!(last, ids([1, 2]).into_iter().collect());
    worker.stop().await;
}

async fn a_document_that_is_too_large_comes_in_parts(place: &Place) {
    let repository = Repository::at(place).await;
    let party = shipped(&repository).await;
    let receiver = Receiver::answering(&[413]).await;
    subscribe(&party, json!({ "dest": receiver.dest, "stream": true })).await;
    capture(&party, &(0..5).map(numbered).collect::<Vec<_>>()).await;
    let worker = repository.worker();
    let came = receiver.documents(4).await;
    let sizes: Vec<usize> = came.iter().map(|came| came.ids().len()).collect();
    assert_eq!(sizes, [5, 2, 2, 1]);
    let parts: BTreeSet<String> = came.iter().skip(1).flat_map(|came| came.ids()).collect();
    assert_eq!(parts, ids(0..5).into_iter().collect());
    worker.stop().await;
}

async fn every_event_of_many_captures_at_once_comes_once(place: &Place) {
    let repository = Repository::at(place).await;
    let worker = repository.worker();
    let party = shipped(&repository).await;
    let receiver = Receiver::answering(&[200, 500]).await;
    let subscription = subscribe(&party, json!({ "dest": receiver.dest, "stream": true })).await;
    let captures = (0..40).map(|group| {
        let party = party.clone();
        tokio::spawn(async move {
            let events: Vec<Value> = (0..5).map(|place| numbered(group * 5 + place)).collect();
            capture(&party, &events).await;
        })
    });
    for capture in captures.collect::<Vec<_>>() {
        capture.await.unwrap();
    }
    let refused = receiver.documents(2).await[1].ids().len();
    failed(&party, &subscription, 1).await;
    let clock = &repository.bed.ground.clock;
    clock.stand_at(clock.now().plus_seconds(3));
    let found = receiver.events(200 + refused).await;
    worker.stop().await;
    assert_eq!(receiver.events(found.len()).await.len(), 200 + refused);
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), ids(0..200).into_iter().collect());
}

async fn others_events_come_as_far_as_they_may_be_seen(place: &Place) {
    let repository = Repository::at(place).await;
    let worker = repository.worker();
    let buyer = shipped(&repository).await;
    let receiver = Receiver::answering(&[]).await;
    subscribe(&buyer, json!({ "dest": receiver.dest, "stream": true })).await;
    let seller = repository.party("household").await;
    let mut priced = numbered(1);
    priced["ex:price"] = 25_000.into();
    capture(&seller.with("sen-visibility", "private"), &[numbered(2)]).await;
    capture(&seller, &[numbered(3)]).await;
    capture(&seller.with("sen-visibility", "public"), &[priced]).await;
    assert_eq!(receiver.events(1).await, ids([1]));
    assert!(!receiver.came()[0].body.contains("25000"));
    // Nor does asking for the price find it.
    let found = buyer
        .with("gs1-extensions", "ex=https://example.org/ns/")
        .get("/epcis/events?EQ_ex:price=25000")
        .await;
    assert!(found.events().is_empty());
    let own = seller
        .with("gs1-extensions", "ex=https://example.org/ns/")
        .get("/epcis/events?EQ_ex:price=25000")
        .await;
    assert_eq!(own.events().len(), 1);
    worker.stop().await;
}

async fn a_subscription_ends_with_its_query_its_removal_and_its_key(place: &Place) {
    let repository = Repository::at(place).await;
    let worker = repository.worker();
    let party = shipped(&repository).await;
    let receiver = Receiver::answering(&[]).await;
    let wish = json!({ "dest": receiver.dest, "stream": true });
    let first = subscribe(&party, wish.clone()).await;
    let second = subscribe(&party, wish.clone()).await;
    let stranger = repository.party("stranger").await;
    let at = |id: &str| format!("{SUBSCRIPTIONS}/{id}");
    assert_eq!(stranger.delete(&at(&first)).await.status, 404);
    assert_eq!(party.delete(&at(&first)).await.status, 204);
    assert_eq!(party.delete(&at(&first)).await.status, 404);
    assert_eq!(party.get(&at(&first)).await.status, 404);
    capture(&party, &[numbered(1)]).await;
    assert_eq!(receiver.events(1).await, ids([1]));
    assert_eq!(receiver.came()[0].json()["epcisBody"]["queryResults"]["subscriptionID"], json!(second));
    assert_eq!(party.delete("/epcis/queries/shipped").await.status, 204);
    assert_eq!(party.get(&at(&second)).await.status, 404);
    ask(&party, json!({ "EQ_bizStep": ["shipping"] })).await;
    assert_eq!(party.get(SUBSCRIPTIONS).await.json(), json!([]), "a new query of the name has none");
    let third = subscribe(&party, wish).await;
    repository.revoke(&party).await;
    let other = repository.party("other").await;
    capture(&other.with("sen-visibility", "public"), &[numbered(2)]).await;
    let receiver_of_all = Receiver::answering(&[]).await;
    ask(&other, json!({})).await;
    subscribe(&other, json!({ "dest": receiver_of_all.dest, "stream": true })).await;
    capture(&other.with("sen-visibility", "public"), &[numbered(3)]).await;
    receiver_of_all.events(1).await;
    assert_eq!(receiver.events(1).await, ids([1]), "{third} was made with a key that is revoked");
    worker.stop().await;
}

async fn a_result_that_is_too_large_is_told_as_a_problem(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("cooperative").await;
    ask(&party, json!({ "EQ_bizStep": ["shipping"], "maxEventCount": 2 })).await;
    let receiver = Receiver::answering(&[]).await;
    subscribe(&party, json!({ "dest": receiver.dest, "stream": true })).await;
    capture(&party, &(0..3).map(numbered).collect::<Vec<_>>()).await;
    let worker = repository.worker();
    let came = receiver.documents(1).await.remove(0);
    assert_eq!(came.header("content-type"), "application/problem+json");
    assert_eq!(came.json()["type"], "epcisException:QueryTooLargeException");
    capture(&party, &[numbered(7)]).await;
    assert_eq!(receiver.documents(2).await[1].ids(), ids([7]));
    worker.stop().await;
}

async fn a_bad_subscription_is_refused_with_its_field(place: &Place) {
    let repository = Repository::at(place).await;
    let party = shipped(&repository).await;
    let dest = "http://127.0.0.1:9/hook";
    let cases = [
        (json!({ "stream": true }), "dest"),
        (json!({ "dest": "mailto:a@example.org", "stream": true }), "dest"),
        (json!({ "dest": 5, "stream": true }), "dest"),
        (json!({ "dest": dest }), "schedule, stream"),
        (json!({ "dest": dest, "stream": false }), "schedule, stream"),
        (json!({ "dest": dest, "stream": "yes" }), "stream"),
        (json!({ "dest": dest, "stream": true, "schedule": { "hour": "1" } }), "schedule, stream"),
        (json!({ "dest": dest, "schedule": { "hour": "24" } }), "hour"),
        (json!({ "dest": dest, "schedule": { "second": "a" } }), "second"),
        (json!({ "dest": dest, "schedule": {} }), "schedule"),
        (json!({ "dest": dest, "schedule": { "month": "2", "dayOfMonth": "31" } }), "schedule"),
        (json!({ "dest": dest, "stream": true, "initialRecordTime": "yesterday" }), "initialRecordTime"),
        (json!({ "dest": dest, "stream": true, "reportIfEmpty": 1 }), "reportIfEmpty"),
        (json!({ "dest": dest, "stream": true, "signatureToken": "" }), "signatureToken"),
        (json!([]), "body"),
    ];
    for (wish, field) in cases {
        let reply = party.post(SUBSCRIPTIONS, wish.to_string()).await;
        assert_eq!(reply.status, 400, "{wish}: {}", reply.text);
        assert_eq!(reply.json()["type"], "epcisException:SubscriptionControlsException", "{wish}");
        assert!(
            reply.json()["detail"].as_str().unwrap().contains(&format!("field {field} of")),
            "{}",
            reply.text
        );
    }
    assert_eq!(party.post(SUBSCRIPTIONS, "{").await.status, 400);
    assert_eq!(party.post_xml(SUBSCRIPTIONS, "<a/>").await.status, 415);
    assert_eq!(party.post("/epcis/queries/none/subscriptions", json!({}).to_string()).await.status, 404);
    assert_eq!(party.get("/epcis/queries/none/subscriptions").await.status, 404);
    assert_eq!(party.get(SUBSCRIPTIONS).await.json(), json!([]));
}
