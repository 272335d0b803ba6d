//! Compact IRIs: what a writer shortened means the same in an answer beside others, and is found by what it means.

use epcis::model::Content;
use serde_json::{Value, json};

use super::bed::{Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    what_two_writers_shorten_alike_stays_two_things
    what_is_shortened_is_found_written_out
    objects_of_every_kind_are_found_by_what_names_them
}

const OURS: &str = "https://ns.example.com/epcis/";
const THEIRS: &str = "https://other.example/ns/";

fn drying(lot: &str, minute: u32, ex: &str) -> String {
    let mut event = seen(lot, minute);
    event["bizStep"] = json!("ex:drying");
    event["readPoint"] = json!({ "id": "ex:kho" });
    event["ex:note"] = json!("x");
    event["destinationList"] = json!([{ "type": "ex:agent", "destination": "ex:an" }]);
    let mut document: Value = serde_json::from_str(&document(&[event])).unwrap();
    document["@context"] = json!(["https://ref.gs1.org/standards/epcis/epcis-context.jsonld", { "ex": ex }]);
    document.to_string()
}

// The steps of an answer by what they mean.
fn steps(answer: &str) -> Vec<String> {
    let tree = epcis::lower(answer.as_bytes()).unwrap();
    let content: Content = epcis::check_tree(&tree).0.unwrap();
    let namespaces = content.namespaces();
    let step = |event: &epcis::model::Event| {
        let whole = event.written_out(namespaces).unwrap_or_else(|| event.clone());
        whole.biz_step.unwrap().iri()
    };
    let mut steps: Vec<String> = content.events().iter().map(step).collect();
    steps.sort();
    steps
}

async fn what_two_writers_shorten_alike_stays_two_things(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for (lot, minute, ex) in [("A1", 0, OURS), ("A2", 1, THEIRS)] {
        assert_eq!(party.post("/epcis/capture", drying(lot, minute, ex)).await.status, 202);
    }
    let wanted = [format!("{OURS}drying"), format!("{THEIRS}drying")];
    for accept in ["application/ld+json", "application/xml"] {
        let reply = party.with("accept", accept).get("/epcis/events").await;
        assert_eq!(steps(&reply.text), wanted, "{}", reply.text);
    }
    let renamed = party.with("gs1-extensions", &format!("p={OURS}")).get("/epcis/events").await;
    assert_eq!(steps(&renamed.text), wanted, "{}", renamed.text);
    // Alone it goes out as it came.
    let alone = party.get(&format!("/epcis/events?EQ_bizStep={OURS}drying")).await;
    assert_eq!(alone.events()[0]["bizStep"], "ex:drying", "{}", alone.text);
}

async fn what_is_shortened_is_found_written_out(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for (lot, minute, ex) in [("A1", 0, OURS), ("A2", 1, THEIRS)] {
        assert_eq!(party.post("/epcis/capture", drying(lot, minute, ex)).await.status, 202);
    }
    let declared = party.with("gs1-extensions", &format!("ex={OURS}"));
    for question in [
        "EQ_bizStep=DOCdrying",
        "EQ_readPoint=DOCkho",
        "EQ_destination_DOCagent=DOCan",
        "EQ_bizStep=DOCdrying&EQ_readPoint=DOCkho",
    ] {
        let whole = party.get(&format!("/epcis/events?{}", question.replace("DOC", OURS))).await;
        assert_eq!(whole.events().len(), 1, "{question}: {}", whole.text);
        let short = declared.get(&format!("/epcis/events?{}", question.replace("DOC", "ex:"))).await;
        assert_eq!(short.events().len(), 1, "{question}: {}", short.text);
        let none =
            party.get(&format!("/epcis/events?{}", question.replace("DOC", "https://none.example/"))).await;
        assert_eq!(none.events().len(), 0, "{question}");
        // Without a declaration it is asked for as it was written.
        let written = party.get(&format!("/epcis/events?{}", question.replace("DOC", "ex:"))).await;
        assert_eq!(written.events().len(), 2, "{question}: {}", written.text);
    }
    let steps = party.get("/epcis/bizSteps").await.json()["member"].clone();
    let listed = |step: &str| steps.as_array().unwrap().contains(&json!(step));
    assert!(listed(&format!("{OURS}drying")) && listed(&format!("{THEIRS}drying")), "{steps}");
}

async fn objects_of_every_kind_are_found_by_what_names_them(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let odd = ["abcdefghijklmnopqrstuvwxyz", "a%20b", "%5Bx"]
        .map(|serial| format!("urn:epc:id:sgtin:0614141.107346.{serial}"));
    for (minute, epc) in (0..).zip(&odd) {
        let mut event = seen("A1", minute);
        event["epcList"] = json!([epc]);
        assert_eq!(party.post("/epcis/capture", document(&[event])).await.status, 202, "{epc}");
    }
    let pack = "https://id.gs1.org/01/08930000000013/235/TPX1";
    let mut event = seen("A1", 9);
    event["epcList"] = json!([pack]);
    event["quantityList"] = json!([{ "epcClass": "https://id.gs1.org/8003/08930000000013" }]);
    assert_eq!(party.post("/epcis/capture", document(&[event])).await.status, 202);
    for listed in [pack, "https://id.gs1.org/8003/08930000000013"] {
        let path = format!("/epcis/epcs/{}/events", listed.replace(':', "%3A").replace('/', "%2F"));
        assert_eq!(party.get(&path).await.events().len(), 1, "{listed}");
    }
    for epc in &odd {
        let found = party.get(&format!("/epcis/events?MATCH_epc={}", epc.replace('%', "%25"))).await;
        assert_eq!(found.events().len(), 1, "{epc}: {}", found.text);
    }
}
