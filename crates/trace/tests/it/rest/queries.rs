//! Queries: pages that stay right, names, forms.

use serde_json::json;

use super::bed::{Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    pages_neither_shift_nor_repeat_when_events_come
    a_deleted_or_foreign_token_goes_nowhere
    a_query_gets_a_name_and_is_asked_by_it
    a_named_query_is_fixed_and_says_so
    a_name_that_is_reserved_or_lost_in_an_address_is_refused
    a_body_that_cannot_be_read_is_a_document_that_does_not_hold
    the_same_event_goes_out_in_three_forms_and_two_bindings
    resources_list_what_occurs_and_lead_to_its_events
    events_of_one_document_are_recorded_in_its_order
    more_than_the_most_is_refused_and_exactly_the_most_is_not
    places_below_a_place_are_found_by_master_data
}

async fn pages_neither_shift_nor_repeat_when_events_come(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let events: Vec<_> = (0..7).map(|n| seen(&format!("L{n}"), n * 2)).collect();
    party.post("/epcis/capture", document(&events)).await;
    let mut times = Vec::new();
    let mut next = Some("/epcis/events?orderBy=eventTime&orderDirection=ASC&perPage=3".to_owned());
    let mut late = 0;
    while let Some(path) = next {
        let reply = party.get(&path).await;
        times.extend(reply.events().iter().map(|event| event["eventTime"].as_str().unwrap().to_owned()));
        next = reply.next();
        // Between two pages an earlier event comes; it shifts nothing.
        late += 1;
        party.post("/epcis/capture", document(&[seen(&format!("Z{late}"), 1)])).await;
    }
    let wanted: Vec<String> = (0..7).map(|n| format!("2026-10-01T00:{:02}:00+07:00", n * 2)).collect();
    assert_eq!(times, wanted);
}

async fn a_deleted_or_foreign_token_goes_nowhere(place: &Place) {
    let repository = Repository::at(place).await;
    let (party, other) = (repository.party("kho").await, repository.party("chợ").await);
    let events: Vec<_> = (0..3).map(|n| seen(&format!("L{n}"), n)).collect();
    party.post("/epcis/capture", document(&events)).await;
    let next = party.get("/epcis/events?perPage=2").await.next().unwrap();
    assert_eq!(party.get(&next).await.events().len(), 1);
    assert_eq!(other.get(&next).await.status, 400);
    assert_eq!(
        party.get(&next.replace("/epcis/events?", "/epcis/events?EQ_bizStep=packing&")).await.status,
        400
    );
    let token = next.rsplit_once('=').unwrap().1.to_owned();
    let mut forged = token.clone();
    forged.pop();
    assert_eq!(party.get(&next.replace(&token, &forged)).await.status, 400);
    assert_eq!(party.delete(&format!("/epcis/nextPageToken/{token}")).await.status, 204);
    assert_eq!(party.get(&next).await.status, 400);
}

async fn a_query_gets_a_name_and_is_asked_by_it(place: &Place) {
    let repository = Repository::at(place).await;
    let (party, other) = (repository.party("kho").await, repository.party("chợ").await);
    party.post("/epcis/capture", document(&[seen("A1", 0), seen("A2", 1)])).await;
    let query = json!({ "name": "lot-a1", "query": {
        "MATCH_anyEPCClass": ["urn:epc:class:lgtin:893000.0000001.A1"] } });
    assert_eq!(party.post("/epcis/queries", query.to_string()).await.status, 201);
    assert_eq!(party.post("/epcis/queries", query.to_string()).await.status, 409);
    assert_eq!(party.get("/epcis/queries/lot-a1").await.json()["name"], "lot-a1");
    assert_eq!(party.get("/epcis/queries").await.json().as_array().unwrap().len(), 1);
    assert_eq!(other.get("/epcis/queries/lot-a1/events").await.status, 404);
    assert_eq!(party.delete("/epcis/queries/lot-a1").await.status, 204);
    assert_eq!(party.get("/epcis/queries/lot-a1").await.status, 404);
    let wrong = json!({ "name": "x", "query": { "EQ_bizStap": ["shipping"] } });
    let reply = party.post("/epcis/queries", wrong.to_string()).await;
    assert_eq!((reply.status.as_u16(), reply.json()["errors"][0]["at"].as_str()), (400, Some("EQ_bizStap")));
}

async fn a_named_query_is_fixed_and_says_so(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let query = json!({ "name": "shipped", "query": { "EQ_bizStep": ["shipping"] } }).to_string();
    assert_eq!(party.post("/epcis/queries", query).await.status, 201);
    let at = "/epcis/queries/shipped/events";
    for parameter in
        ["EQ_bizStep=packing", "foo=bar", "perPage=2&EQ%5FbizStep=packing", "stream=true&foo", "PERPAGE=2"]
    {
        let reply = party.get(&format!("{at}?{parameter}")).await;
        assert_eq!(
            (reply.status.as_u16(), reply.json()["type"].as_str()),
            (400, Some("epcisException:QueryParameterException")),
            "{parameter}"
        );
    }
    // What the description tells is taken; of a plain request, what is of a socket means nothing.
    let document = party.get("/openapi.json").await.json();
    let told =
        document["paths"]["/epcis/queries/{name}/events"]["get"]["parameters"].as_array().unwrap().clone();
    let told: Vec<&str> =
        told.iter().filter(|one| one["in"] == "query").filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(told.len(), 9);
    for name in told {
        assert_eq!(party.get(&format!("{at}?perPage=2&{name}=1")).await.status, 200, "{name}");
    }
}

async fn a_name_that_is_reserved_or_lost_in_an_address_is_refused(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for name in [".", "..", "SimpleEventQuery"] {
        let query = json!({ "name": name, "query": { "EQ_bizStep": ["shipping"] } }).to_string();
        let reply = party.post("/epcis/queries", query).await;
        assert_eq!(reply.status, 400, "{name}");
        let detail = reply.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(&format!("“{name}”")), "{detail}");
    }
    assert_eq!(party.get("/epcis/queries").await.json(), json!([]));
}

async fn a_body_that_cannot_be_read_is_a_document_that_does_not_hold(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for body in [b"{nope".to_vec(), Vec::new(), vec![0xff, 0xfe]] {
        let reply = party.post("/epcis/queries", body).await;
        assert_eq!(
            (reply.status.as_u16(), reply.json()["type"].as_str()),
            (400, Some("epcisException:ValidationException")),
            "{}",
            reply.text
        );
    }
}

async fn the_same_event_goes_out_in_three_forms_and_two_bindings(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut event = seen("A1", 0);
    event["quantityList"] = json!([]);
    event["epcList"] = json!(["urn:epc:id:sgtin:0614141.107346.2018"]);
    event.as_object_mut().unwrap().remove("quantityList");
    assert_eq!(party.post("/epcis/capture", document(&[event])).await.status, 202);
    let link = "https://id.gs1.org/01/10614141073464/21/2018";
    let urn = "urn:epc:id:sgtin:0614141.107346.2018";
    assert_eq!(party.get("/epcis/events").await.events()[0]["epcList"][0], link);
    let kept = party.with("gs1-epc-format", "Never_Translates").get("/epcis/events").await;
    assert_eq!(kept.events()[0]["epcList"][0], urn);
    let xml = party.with("accept", "application/xml").get("/epcis/events").await;
    assert_eq!(xml.status, 200, "{}", xml.text);
    assert!(xml.text.contains(link) && xml.header("content-type").contains("xml"), "{}", xml.text);
    for asked in [link, urn] {
        let path = format!("/epcis/events?MATCH_epc={}", asked.replace(':', "%3A").replace('/', "%2F"));
        assert_eq!(party.get(&path).await.events().len(), 1, "{path}");
    }
    assert_eq!(party.with("accept", "text/csv").get("/epcis/events").await.status, 406);
}

async fn resources_list_what_occurs_and_lead_to_its_events(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    party.post("/epcis/capture", document(&[seen("A1", 0), seen("A2", 1)])).await;
    assert_eq!(party.get("/epcis/eventTypes").await.json()["member"].as_array().unwrap().len(), 5);
    let epcs = party.get("/epcis/epcs").await.json()["member"].clone();
    assert_eq!(epcs[0], "https://id.gs1.org/01/08930000000013/10/A1");
    // Lots are listed beside single objects, and lead to their events as these do.
    let lot = epcs[0].as_str().unwrap().replace(':', "%3A").replace('/', "%2F");
    assert_eq!(party.get(&format!("/epcis/epcs/{lot}/events")).await.events().len(), 1);
    assert_eq!(party.get("/epcis/bizSteps/shipping/events").await.events().len(), 2);
    assert_eq!(party.get("/epcis/bizSteps/packing/events").await.events().len(), 0);
    assert_eq!(party.get("/epcis").await.json()["member"].as_array().unwrap().len(), 9);
    assert_eq!(party.get("/epcis/eventTypes/ObjectEvent").await.json()["member"], json!(["events"]));
    for path in ["/epcis/eventTypes/SaleEvent", "/epcis/bizSteps/selling", "/epcis/epcs/bottle"] {
        assert_eq!(party.get(path).await.status, 404, "{path}");
        assert_eq!(party.get(&format!("{path}/events")).await.status, 404, "{path}");
    }
}

async fn more_than_the_most_is_refused_and_exactly_the_most_is_not(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let events: Vec<_> = (0..4).map(|n| seen(&format!("L{n}"), n)).collect();
    party.post("/epcis/capture", document(&events)).await;
    assert_eq!(party.get("/epcis/events?maxEventCount=4").await.events().len(), 4);
    let reply = party.get("/epcis/events?maxEventCount=3").await;
    assert_eq!(
        (reply.status.as_u16(), reply.json()["type"].as_str()),
        (413, Some("epcisException:QueryTooLargeException"))
    );
    let mut limited = party.get("/epcis/events?eventCountLimit=3&orderBy=eventTime&perPage=2").await;
    let mut count = limited.events().len();
    while let Some(next) = limited.next() {
        limited = party.get(&next).await;
        count += limited.events().len();
    }
    assert_eq!(count, 3);
}

async fn places_below_a_place_are_found_by_master_data(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let mut event = seen("A1", 0);
    event["bizLocation"] = json!({ "id": "https://id.gs1.org/414/8930000000020" });
    let mut source: serde_json::Value = serde_json::from_str(&document(&[event])).unwrap();
    source["epcisHeader"] = json!({ "epcisMasterData": { "vocabularyList": [{
        "type": "urn:epcglobal:epcis:vtype:BusinessLocation",
        "vocabularyElementList": [{
            "id": "https://example.org/place/xuong",
            "attributes": [],
            "children": ["https://id.gs1.org/414/8930000000020"]
        }]
    }] } });
    let reply = party.post("/epcis/capture", source.to_string()).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let below = party.get("/epcis/events?WD_bizLocation=https%3A%2F%2Fexample.org%2Fplace%2Fxuong").await;
    assert_eq!(below.events().len(), 1);
}

async fn events_of_one_document_are_recorded_in_its_order(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let events: Vec<_> = (0..20).map(|n| seen(&format!("L{n}"), (n * 7) % 20)).collect();
    party.post("/epcis/capture", document(&events)).await;
    let lots = |reply: super::bed::Reply| -> Vec<String> {
        reply
            .events()
            .iter()
            .map(|event| event["quantityList"][0]["epcClass"].as_str().unwrap().to_owned())
            .collect()
    };
    let mut wanted: Vec<String> =
        (0..20).map(|n| format!("https://id.gs1.org/01/08930000000013/10/L{n}")).collect();
    assert_eq!(lots(party.get("/epcis/events?orderBy=recordTime&orderDirection=ASC").await), wanted);
    wanted.reverse();
    assert_eq!(lots(party.get("/epcis/events?orderBy=recordTime&orderDirection=DESC").await), wanted);
}
