//! What others see of an event, field by field.

use serde_json::{Value, json};

use super::bed::{Caller, Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    a_party_says_which_fields_others_see
    a_trace_tells_what_the_chain_may_see
    a_bad_rule_is_refused_with_its_field
}

const RULES: &str = "/trace/visibility";
const OWN: &str = "https://example.org/ns/";

fn sold(lot: &str) -> Value {
    let mut event = seen(lot, 1);
    event["ex:price"] = 25_000.into();
    event["destinationList"] =
        json!([{ "type": "owning_party", "destination": "https://id.gs1.org/417/8930000000019" }]);
    event["bizTransactionList"] =
        json!([{ "type": "inv", "bizTransaction": "https://example.org/invoice/7" }]);
    event
}

async fn set(party: &Caller, rules: Value) {
    let reply = party.with("content-type", "application/json").put(RULES, rules.to_string()).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
}

async fn a_party_says_which_fields_others_see(place: &Place) {
    let repository = Repository::at(place).await;
    let (seller, buyer) = (repository.party("seller").await, repository.party("buyer").await);
    let public = seller.with("sen-visibility", "public");
    assert_eq!(public.post("/epcis/capture", document(&[sold("L1")])).await.status, 202);
    let seen_by_buyer = async || buyer.get("/epcis/events").await.events().remove(0);
    let fields = ["ex:price", "destinationList", "bizTransactionList"];
    let told = seen_by_buyer().await;
    assert!(fields.iter().all(|field| told.get(field).is_none()), "{told}");
    set(&seller, json!({ "documents": "public", "partners": "chain", "own": { OWN: "public" } })).await;
    let told = seen_by_buyer().await;
    assert_eq!(told["ex:price"], 25_000);
    assert!(told.get("bizTransactionList").is_some() && told.get("destinationList").is_none(), "{told}");
    let rules = seller.get(RULES).await.json();
    assert_eq!(
        rules,
        json!({ "events": "chain", "partners": "chain", "documents": "public", "own": { OWN: "public" } })
    );
    assert_eq!(buyer.get(RULES).await.json()["documents"], "private", "each party has its own");
    set(&seller, json!({ "events": "public" })).await;
    assert!(seen_by_buyer().await.get("ex:price").is_none());
    assert_eq!(seller.post("/epcis/capture", document(&[sold("L2")])).await.status, 202);
    assert_eq!(buyer.get("/epcis/events").await.events().len(), 2);
    assert_eq!(seller.get("/epcis/events").await.events()[0]["ex:price"], 25_000);
}

async fn a_trace_tells_what_the_chain_may_see(place: &Place) {
    let repository = Repository::at(place).await;
    let (mill, shop) = (repository.party("mill").await, repository.party("shop").await);
    let lot = |lot: &str| format!("https://id.gs1.org/01/08930000000013/10/{lot}");
    let mut milled = json!({
        "type": "TransformationEvent", "bizStep": "commissioning",
        "eventTime": "2026-10-01T06:00:00+07:00", "eventTimeZoneOffset": "+07:00",
        "inputQuantityList": [{ "epcClass": lot("IN") }], "outputQuantityList": [{ "epcClass": lot("OUT") }]
    });
    milled["ex:price"] = 9.into();
    milled["bizTransactionList"] =
        json!([{ "type": "inv", "bizTransaction": "https://example.org/invoice/8" }]);
    assert_eq!(mill.post("/epcis/capture", document(&[milled])).await.status, 202);
    assert_eq!(shop.post("/epcis/capture", document(&[seen("OUT", 600)])).await.status, 202);
    let address = format!("/trace?from={}", lot("OUT"));
    let told = shop.get(&address).await.json();
    assert_eq!(told["nodes"][1]["item"], lot("IN"));
    assert!(told["events"][0].get("details").is_none(), "{told}");
    set(&mill, json!({ "documents": "chain" })).await;
    let details = &shop.get(&address).await.json()["events"][0]["details"];
    assert_eq!(details["bizTransactionList"][0]["bizTransaction"], "https://example.org/invoice/8");
    assert!(details.get("ex:price").is_none(), "{details}");
    assert!(
        shop.get("/epcis/events?EQ_bizStep=commissioning").await.events().is_empty(),
        "the chain is no list"
    );
    assert_eq!(mill.get(&address).await.json()["events"][0]["details"]["ex:price"], 9);
}

async fn a_bad_rule_is_refused_with_its_field(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("seller").await.with("content-type", "application/json");
    let cases = [
        (json!({ "events": "some" }), "events"),
        (json!({ "prices": "public" }), "prices"),
        (json!({ "own": ["x"] }), "own"),
        (json!({ "own": { OWN: true } }), OWN),
        (json!([]), "body"),
    ];
    for (rules, field) in cases {
        let reply = party.put(RULES, rules.to_string()).await;
        assert_eq!(reply.status, 400, "{rules}");
        assert!(reply.json()["detail"].as_str().unwrap().starts_with(field), "{}", reply.text);
    }
    assert_eq!(party.put(RULES, "{").await.status, 400);
    assert_eq!(repository.party("b").await.post_xml(RULES, "<a/>").await.status, 405);
    assert_eq!(repository.caller("asks", &["trace:query"]).await.get(RULES).await.status, 403);
}
