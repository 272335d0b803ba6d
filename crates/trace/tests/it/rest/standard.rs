//! Rules of the standard's prose that no schema sees, and questions that other repositories answer wrongly.

use serde_json::json;

use super::bed::{Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    a_record_time_of_the_client_is_ignored_and_answers_have_ours
    a_page_token_lasts_an_hour
    identifiers_of_events_and_of_documents_are_asked_for_as_they_are
    a_temperature_is_found_in_another_unit_than_it_was_captured_in
    identifiers_go_out_as_they_are_wanted_and_links_stay_where_no_length_is_known
    events_of_types_of_ones_own_are_refused_by_their_name_and_asked_for_in_vain
    master_data_of_instance_and_lot_stand_where_something_begins
}

async fn a_record_time_of_the_client_is_ignored_and_answers_have_ours(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut event = seen("A1", 0);
    event["recordTime"] = json!("2001-01-01T00:00:00Z");
    assert_eq!(party.post("/epcis/capture", document(&[event.clone()])).await.status, 202);
    let now = repository.bed.ground.clock.now();
    let told = party.get("/epcis/events").await.events()[0]["recordTime"].clone();
    assert!(told.as_str().unwrap().starts_with(&now.rfc3339()[..10]), "{told}");
    // And it sets no two events apart.
    event["recordTime"] = json!("2002-02-02T00:00:00Z");
    assert_eq!(party.post("/epcis/capture", document(&[event])).await.status, 202);
    assert_eq!(party.get("/epcis/events").await.events().len(), 1);
    let before = party.get("/epcis/events?LT_recordTime=2002-02-02T00:00:00Z").await.events().len();
    assert_eq!(before, 0, "by the time of the client");
}

async fn a_page_token_lasts_an_hour(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    party.post("/epcis/capture", document(&[seen("A1", 0), seen("A2", 1)])).await;
    let clock = &repository.bed.ground.clock;
    clock.stand_at(clock.now());
    let next = party.get("/epcis/events?perPage=1").await.next().unwrap();
    clock.stand_at(clock.now().plus_seconds(3_590));
    assert_eq!(party.get(&next).await.events().len(), 1);
    clock.stand_at(clock.now().plus_seconds(20));
    let late = party.get(&next).await;
    assert_eq!(
        (late.status.as_u16(), late.json()["type"].as_str().unwrap().starts_with("epcis")),
        (400, true)
    );
}

async fn identifiers_of_events_and_of_documents_are_asked_for_as_they_are(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let id = |n: u32| format!("urn:uuid:00000000-0000-4000-8000-{n:012}");
    let mut sold = seen("A1", 0);
    sold["eventID"] = json!(id(1));
    sold["bizTransactionList"] = json!([
        { "type": "po", "bizTransaction": "http://transaction.acme.com/po/12345678" },
        { "type": "desadv", "bizTransaction": "urn:epcglobal:cbv:bt:0614141073467:1152" },
    ]);
    let mut wrong = seen("A2", 1);
    wrong["eventID"] = json!(id(2));
    wrong["errorDeclaration"] = json!({ "declarationTime": "2026-10-02T08:00:00+07:00", "reason": "incorrect_data",
        "correctiveEventIDs": [id(3)] });
    let reply = party.post("/epcis/capture", document(&[sold, wrong])).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let po = "EQ_bizTransaction_po=http%3A%2F%2Ftransaction.acme.com%2Fpo%2F12345678";
    let bt = "urn%3Aepcglobal%3Acbv%3Abt%3A0614141073467%3A1152";
    for (asked, wanted) in [
        (format!("EQ_eventID={}", id(1)), 1),
        (format!("EQ_eventID={}%7C{}", id(1), id(2)), 2),
        (format!("EQ_eventID={}", id(3)), 0),
        (po.to_owned(), 1),
        (po.replace("_po", "_inv"), 0),
        (format!("EQ_bizTransaction_desadv={bt}"), 1),
        (format!("EQ_correctiveEventID={}", id(3)), 1),
        ("EQ_errorReason=incorrect_data".to_owned(), 1),
        ("EQ_errorReason=did_not_occur".to_owned(), 0),
    ] {
        let reply = party.get(&format!("/epcis/events?{asked}")).await;
        assert_eq!(reply.events().len(), wanted, "{asked}");
    }
}

async fn a_temperature_is_found_in_another_unit_than_it_was_captured_in(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut event = seen("A1", 0);
    event["sensorElementList"] =
        json!([{ "sensorReport": [{ "type": "Temperature", "value": 4, "uom": "CEL" }] }]);
    assert_eq!(party.post("/epcis/capture", document(&[event])).await.status, 202);
    for (asked, wanted) in [
        ("EQ_value_CEL=4", 1),
        ("EQ_value_KEL=277.15", 1),
        ("GE_value_KEL=277.15&LT_value_KEL=277.2", 1),
        ("GT_value_KEL=277.15", 0),
        ("GE_value_FAH=39.2", 1),
        ("EQ_value_KGM=4", 0),
    ] {
        let reply = party.get(&format!("/epcis/events?EQ_type=Temperature&{asked}")).await;
        assert_eq!(reply.events().len(), wanted, "{asked}");
    }
}

async fn identifiers_go_out_as_they_are_wanted_and_links_stay_where_no_length_is_known(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let (urn, link) =
        ("urn:epc:id:sgtin:0614141.107346.2018", "https://id.gs1.org/01/10614141073464/21/2018");
    let mut event = seen("A1", 0);
    event["epcList"] = json!([urn]);
    assert_eq!(party.post("/epcis/capture", document(&[event])).await.status, 202);
    let lot = "https://id.gs1.org/01/08930000000013/10/A1";
    for (format, item) in [
        ("No_Preference", link),
        ("Always_GS1_Digital_Link", link),
        ("Always_EPC_URN", urn),
        ("Never_Translates", urn),
    ] {
        let event = party.with("gs1-epc-format", format).get("/epcis/events").await.events().remove(0);
        assert_eq!(event["epcList"][0], item, "{format}");
        assert_eq!(event["quantityList"][0]["epcClass"], lot, "{format}");
    }
}

async fn events_of_types_of_ones_own_are_refused_by_their_name_and_asked_for_in_vain(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut own = seen("A1", 0);
    own["type"] = json!("https://example.org/ns/CoolingEvent");
    let reply = party.post("/epcis/capture", document(&[own.clone(), seen("A2", 1)])).await;
    let problem = reply.json();
    assert_eq!(
        (reply.status.as_u16(), problem["type"].as_str()),
        (400, Some("epcisException:ValidationException"))
    );
    assert_eq!(problem["errors"][0]["at"], "/epcisBody/eventList/0/type");
    assert_eq!(problem["errors"][0]["code"], "event-type");
    // The others are taken where that is wanted.
    let proceed = party.with("gs1-capture-error-behaviour", "proceed");
    assert_eq!(proceed.post("/epcis/capture", document(&[own.clone(), seen("A2", 1)])).await.status, 202);
    assert_eq!(party.get("/epcis/events").await.events().len(), 1);
    own["@context"] = json!("https://ref.gs1.org/standards/epcis/epcis-context.jsonld");
    let single = party.post("/epcis/events", own.to_string()).await;
    assert_eq!(
        (single.status.as_u16(), single.json()["errors"][0]["code"].as_str()),
        (400, Some("event-type"))
    );
    // Such a type is a question that the standard knows; no event is of it.
    let asked = "/epcis/events?eventType=https%3A%2F%2Fexample.org%2Fns%2FCoolingEvent";
    assert_eq!(party.get(asked).await.events().len(), 0);
    assert_eq!(party.get(&format!("{asked}%7CObjectEvent")).await.events().len(), 1);
    assert_eq!(
        party.get("/epcis/eventTypes/https%3A%2F%2Fexample.org%2Fns%2FCoolingEvent").await.status,
        404
    );
}

async fn master_data_of_instance_and_lot_stand_where_something_begins(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut event = seen("A1", 0);
    event["ilmd"] = json!({ "ex:dried": "2026-09-30" });
    let reply = party.post("/epcis/capture", document(&[event.clone()])).await;
    assert_eq!(
        (reply.status.as_u16(), reply.json()["errors"][0]["code"].as_str()),
        (400, Some("ilmd-not-add"))
    );
    event["action"] = json!("ADD");
    assert_eq!(party.post("/epcis/capture", document(&[event])).await.status, 202);
    let asked = "/epcis/events?EQ_ILMD_https%3A%2F%2Fexample.org%2Fns%2F%23dried=2026-09-30";
    assert_eq!(party.get(asked).await.events()[0]["ilmd"]["ex:dried"], "2026-09-30");
}
