//! Capture: once, whole, or as far as it holds.

use serde_json::json;

use super::bed::{Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    a_captured_document_is_there_and_again_is_the_same
    a_bad_event_refuses_the_document_and_is_named
    under_proceed_the_good_events_stay_and_the_job_names_the_bad_one
    an_identifier_belongs_to_one_event_and_to_its_error_declaration
    an_identifier_that_is_taken_is_a_conflict_in_the_job
    each_party_sees_its_own_and_what_is_public
    an_event_without_identifier_keeps_the_one_it_got
    an_event_is_answered_as_whoever_asks_for_it_sees_it
}

async fn a_captured_document_is_there_and_again_is_the_same(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let source = document(&[seen("A1", 0), seen("A2", 1)]);
    for _ in 0..2 {
        let reply = party.post("/epcis/capture", source.clone()).await;
        assert_eq!(reply.status, 202, "{}", reply.text);
        let job = party.get(reply.header("location")).await.json();
        assert_eq!((&job["running"], &job["success"]), (&json!(false), &json!(true)), "{job}");
    }
    assert_eq!(party.get("/epcis/events").await.events().len(), 2);
    assert_eq!(party.get("/epcis/capture").await.json().as_array().unwrap().len(), 2);
}

async fn a_bad_event_refuses_the_document_and_is_named(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut bad = seen("A2", 1);
    bad["action"] = json!("SELL");
    let reply = party.post("/epcis/capture", document(&[seen("A1", 0), bad])).await;
    assert_eq!(reply.status, 400);
    let problem = reply.json();
    assert_eq!(problem["type"], "epcisException:ValidationException");
    assert_eq!(problem["errors"][0]["at"], "/epcisBody/eventList/1/action");
    assert!(party.get("/epcis/events").await.events().is_empty());
}

async fn under_proceed_the_good_events_stay_and_the_job_names_the_bad_one(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut bad = seen("A2", 1);
    bad["eventTime"] = json!("yesterday");
    let proceed = party.with("gs1-capture-error-behaviour", "proceed");
    let reply = proceed.post("/epcis/capture", document(&[seen("A1", 0), bad, seen("A3", 2)])).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let job = party.get(reply.header("location")).await.json();
    assert_eq!((&job["success"], &job["captureErrorBehaviour"]), (&json!(false), &json!("proceed")));
    let error = &job["errors"][0];
    assert_eq!(error["at"], "/epcisBody/eventList/1/eventTime");
    assert_eq!(
        (&error["type"], &error["title"], &error["detail"]),
        (
            &json!("epcisException:ValidationException"),
            &json!("The request does not hold"),
            &error["message"]
        )
    );
    let xml = party.with("accept", "application/xml").get(reply.header("location")).await.text;
    for member in ["<type>epcisException:ValidationException</type>", "<title>", "<detail>", "<at>", "<code>"]
    {
        assert!(xml.contains(member), "{member}: {xml}");
    }
    assert_eq!(party.get("/epcis/events").await.events().len(), 2);
}

async fn an_identifier_belongs_to_one_event_and_to_its_error_declaration(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut first = seen("A1", 0);
    first["eventID"] = json!("urn:uuid:00000000-0000-4000-8000-000000000001");
    assert_eq!(party.post("/epcis/capture", document(&[first.clone()])).await.status, 202);
    let mut other = first.clone();
    other["disposition"] = json!("sellable_accessible");
    let reply = party.post("/epcis/capture", document(&[other])).await;
    assert_eq!(reply.status, 409, "{}", reply.text);
    first["errorDeclaration"] =
        json!({ "declarationTime": "2026-10-02T08:00:00+07:00", "reason": "incorrect_data" });
    assert_eq!(party.post("/epcis/capture", document(&[first])).await.status, 202);
    let both = party.get("/epcis/events/urn:uuid:00000000-0000-4000-8000-000000000001").await.events();
    assert_eq!(both.len(), 2);
    let withdrawn = party.get("/epcis/events?EXISTS_errorDeclaration=true").await.events();
    assert_eq!(withdrawn.len(), 1);
}

async fn an_identifier_that_is_taken_is_a_conflict_in_the_job(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut event = seen("A1", 0);
    event["eventID"] = json!("urn:uuid:00000000-0000-4000-8000-000000000001");
    assert_eq!(party.post("/epcis/capture", document(&[event.clone()])).await.status, 202);
    event["disposition"] = json!("sellable_accessible");
    let proceed = party.with("gs1-capture-error-behaviour", "proceed");
    let reply = proceed.post("/epcis/capture", document(&[event])).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let job = party.get("/epcis/capture").await.json()[0].clone();
    let error = &job["errors"][0];
    assert_eq!(
        (&error["type"], &error["title"]),
        (&json!("epcisException:ResourceAlreadyExistsException"), &json!("It is there already")),
        "{job}"
    );
}

async fn each_party_sees_its_own_and_what_is_public(place: &Place) {
    let repository = Repository::at(place).await;
    let (maker, buyer) = (repository.party("xưởng").await, repository.party("chợ").await);
    let mut priced = seen("A1", 0);
    priced["ex:price"] = json!("120000");
    let public = maker.with("sen-visibility", "public");
    assert_eq!(public.post("/epcis/capture", document(&[priced])).await.status, 202);
    assert_eq!(maker.post("/epcis/capture", document(&[seen("A2", 1)])).await.status, 202);
    assert_eq!(maker.get("/epcis/events").await.events().len(), 2);
    let reply = buyer.get("/epcis/events").await;
    assert_eq!(reply.events().len(), 1);
    assert!(!reply.text.contains("120000"), "a price went out: {}", reply.text);
    assert!(maker.get("/epcis/events").await.text.contains("120000"));
    let auditor = repository.caller("kiểm", &["trace:all"]).await;
    assert_eq!(auditor.get("/epcis/events").await.events().len(), 2);
}

async fn an_event_without_identifier_keeps_the_one_it_got(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let context = json!("https://ref.gs1.org/standards/epcis/epcis-context.jsonld");
    let mut event = seen("A1", 0);
    event["@context"] = context.clone();
    let reply = party.post("/epcis/events", event.to_string()).await;
    assert_eq!(reply.status, 201, "{}", reply.text);
    let at = reply.header("location").to_owned();
    let mut read = party.get(&at).await.events().pop().unwrap();
    assert!(read["eventID"].as_str().unwrap().starts_with("ni:///sha-256;"));
    read["@context"] = context;
    let again = party.post("/epcis/events", read.to_string()).await;
    assert_eq!((again.status, again.header("location")), (reply.status, at.as_str()));
    assert_eq!(party.get("/epcis/events").await.events().len(), 1);
}

async fn an_event_is_answered_as_whoever_asks_for_it_sees_it(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let urn = "urn:epc:id:sgtin:0614141.107346.2018";
    let mut event = seen("A1", 0);
    event["@context"] = json!([
        "https://ref.gs1.org/standards/epcis/epcis-context.jsonld", { "ex": "https://example.org/ns/" }
    ]);
    event["epcList"] = json!([urn]);
    event["ex:price"] = json!("120000");
    let clock = &repository.bed.ground.clock;
    for (format, item) in [
        ("No_Preference", "https://id.gs1.org/01/10614141073464/21/2018"),
        ("Always_EPC_URN", urn),
        ("Never_Translates", urn),
    ] {
        let wants = party.with("gs1-epc-format", format);
        let reply = wants.post("/epcis/events", event.to_string()).await;
        assert_eq!(reply.status, 201, "{}", reply.text);
        let mut told = reply.json();
        assert!(told["@context"].is_array(), "{told}");
        told.as_object_mut().unwrap().remove("@context");
        assert_eq!(told["epcList"][0], item, "{format}");
        let shown = wants.get(reply.header("location")).await;
        assert_eq!(told, shown.events()[0], "{format}");
        assert_eq!(reply.header("gs1-epc-format"), shown.header("gs1-epc-format"));
        // It was recorded when it came first.
        clock.stand_at(clock.now().plus_seconds(60));
    }
}
