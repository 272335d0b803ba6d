//! Lineage through processing and packing.

use serde_json::{Value, json};

use super::bed::{Repository, document};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    a_recall_goes_forward_through_processing_and_packing_and_a_bottle_goes_back_to_its_rice
    pages_of_a_graph_are_the_graph_and_times_bound_it
    what_was_unpacked_leads_nowhere_and_long_lists_lead_on
    a_revoked_key_is_told_nothing_more
}

const RICE: &str = "https://id.gs1.org/01/08930000000013/10/LUA-1";
const YEAST: &str = "https://id.gs1.org/01/08930000000020/10/MEN-1";
const SPIRIT: &str = "https://id.gs1.org/01/08930000000037/10/RUOU-1";
const BOX: &str = "https://id.gs1.org/00/089300000000000012";

fn at(hour: u32, mut event: Value) -> Value {
    event["eventTime"] = json!(format!("2026-10-01T{hour:02}:00:00+07:00"));
    event["eventTimeZoneOffset"] = json!("+07:00");
    event
}

fn some(class: &str) -> Value {
    json!([{ "epcClass": class, "quantity": 10, "uom": "KGM" }])
}

async fn a_recall_goes_forward_through_processing_and_packing_and_a_bottle_goes_back_to_its_rice(
    place: &Place,
) {
    let repository = Repository::at(place).await;
    let (farm, still) = (repository.party("ruộng").await, repository.party("lò").await);
    let harvested = at(
        6,
        json!({ "type": "ObjectEvent", "action": "ADD", "bizStep": "commissioning", "quantityList": some(RICE) }),
    );
    farm.post("/epcis/capture", document(&[harvested])).await;
    let distilled = at(
        9,
        json!({
            "type": "TransformationEvent", "bizStep": "commissioning",
            "inputQuantityList": [some(RICE)[0], some(YEAST)[0]], "outputQuantityList": some(SPIRIT)
        }),
    );
    let packed = at(
        11,
        json!({
            "type": "AggregationEvent", "action": "ADD", "bizStep": "packing", "parentID": BOX, "childQuantityList": some(SPIRIT)
        }),
    );
    assert_eq!(still.post("/epcis/capture", document(&[distilled, packed])).await.status, 202);

    let forward = still.get(&format!("/trace?from={RICE}&direction=forward")).await.json();
    let items = |graph: &Value| -> Vec<String> {
        graph["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|node| node["item"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(items(&forward), [RICE, SPIRIT, BOX]);
    assert_eq!(forward["complete"], true);

    let back = still.get(&format!("/trace?from={BOX}&direction=back")).await.json();
    let mut found = items(&back);
    found.sort();
    let mut wanted = [BOX, SPIRIT, RICE, YEAST].map(str::to_owned);
    wanted.sort();
    assert_eq!(found, wanted);
    let end = |item: &str| {
        let nodes = back["nodes"].as_array().unwrap();
        nodes.iter().find(|node| node["item"] == item).unwrap()["end"].clone()
    };
    assert_eq!((end(RICE), end(YEAST)), (json!("began"), json!("gap")), "a gap is told, not filled");
    assert_eq!(repository.party("người lạ").await.get(&format!("/trace?from={RICE}")).await.status, 404);
}

async fn pages_of_a_graph_are_the_graph_and_times_bound_it(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("mill").await;
    let lot = |number: u32| format!("https://id.gs1.org/01/08930000000013/10/{number}");
    let milled = (1..8_u32).map(|number| {
        let inputs = json!([{ "epcClass": lot(number / 2) }]);
        let outputs = json!([{ "epcClass": lot(number) }]);
        let event = json!({
            "type": "TransformationEvent", "inputQuantityList": inputs, "outputQuantityList": outputs
        });
        at(number, event)
    });
    let reply = party.post("/epcis/capture", document(&milled.collect::<Vec<_>>())).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let address = format!("/trace?from={}&direction=forward", lot(0));
    let whole = party.get(&address).await;
    assert!(whole.next().is_none());
    let whole = whole.json();
    let list = |graph: &Value, name: &str| graph[name].as_array().unwrap().clone();
    assert_eq!((list(&whole, "nodes").len(), list(&whole, "edges").len()), (8, 7));
    let (mut nodes, mut edges, mut events) = (Vec::new(), Vec::new(), Vec::new());
    let mut next = Some(format!("{address}&perPage=3"));
    while let Some(address) = next {
        let page = party.get(&address).await;
        let graph = page.json();
        assert!(list(&graph, "nodes").len() <= 3);
        for mut edge in list(&graph, "edges") {
            let event = list(&graph, "events")[edge["event"].as_u64().unwrap() as usize].clone();
            edge["event"] = event["eventID"].clone();
            events.push(event["eventID"].clone());
            edges.push(edge);
        }
        nodes.extend(list(&graph, "nodes"));
        next = page.next();
    }
    assert_eq!(nodes, list(&whole, "nodes"));
    assert_eq!((edges.len(), events.len()), (7, 7));
    let until = party.get(&format!("{address}&LT_eventTime=2026-10-01T03:00:00%2B07:00")).await.json();
    let items: Vec<Value> = list(&until, "nodes").iter().map(|node| node["item"].clone()).collect();
    assert_eq!(items, [json!(lot(0)), json!(lot(1)), json!(lot(2))]);
    for bad in ["&depth=0", "&direction=up", "&LT_eventTime=now", "&depth=1&depth=2", "&colour=red"] {
        assert_eq!(party.get(&format!("{address}{bad}")).await.status, 400, "{bad}");
    }
}

async fn what_was_unpacked_leads_nowhere_and_long_lists_lead_on(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let piece = |number: usize| format!("https://id.gs1.org/01/08930000000013/21/{number}");
    let crate_of = |number: u32| format!("https://id.gs1.org/00/08930000000000{number:04}");
    let packed = |hour, kind: &str, action: &str, parent: u32, children: Vec<String>| {
        at(
            hour,
            json!({ "type": kind, "action": action, "parentID": crate_of(parent), "childEPCs": children }),
        )
    };
    let many: Vec<String> = (0..70).map(piece).collect();
    let events = [
        packed(1, "AggregationEvent", "ADD", 1, many.clone()),
        packed(2, "AggregationEvent", "ADD", 2, vec![piece(90), piece(91)]),
        packed(3, "AggregationEvent", "DELETE", 2, vec![piece(90)]),
        packed(4, "AssociationEvent", "ADD", 3, vec![piece(95)]),
    ];
    let reply = party.post("/epcis/capture", document(&events)).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let parts = async |from: String, direction: &str| -> Vec<String> {
        let graph = party.get(&format!("/trace?from={from}&direction={direction}")).await.json();
        let nodes = graph["nodes"].as_array().unwrap()[1..].iter();
        let mut items: Vec<String> = nodes.map(|node| node["item"].as_str().unwrap().to_owned()).collect();
        items.sort();
        items
    };
    let mut all = many;
    all.sort();
    assert_eq!(parts(crate_of(1), "back").await, all, "more than stand beside an item");
    assert_eq!(parts(piece(7), "forward").await, [crate_of(1)]);
    assert_eq!(parts(crate_of(2), "back").await, [piece(91)]);
    assert!(parts(piece(90), "forward").await.is_empty(), "it was taken out again");
    assert_eq!(parts(piece(91), "forward").await, [crate_of(2)]);
    assert!(parts(crate_of(3), "back").await.is_empty(), "what is associated is not made of each other");
}

async fn a_revoked_key_is_told_nothing_more(place: &Place) {
    let repository = Repository::at(place).await;
    let (party, other) = (repository.party("kho").await, repository.party("bên khác").await);
    let made = at(6, json!({ "type": "ObjectEvent", "action": "ADD", "quantityList": some(RICE) }));
    assert_eq!(party.post("/epcis/capture", document(&[made])).await.status, 202);
    let address = format!("/trace?from={RICE}");
    for _ in 0..2 {
        assert_eq!(party.get(&address).await.status, 200);
        assert_eq!(other.get(&address).await.status, 404);
        assert_eq!(party.get("/trace?from=").await.status, 400);
    }
    repository.revoke(&party).await;
    for bad in [&address, "/trace?from="] {
        assert_eq!(party.get(bad).await.status, 401, "the key first");
        assert_eq!(repository.stranger().get(bad).await.status, 401);
    }
    let captures = repository.caller("ghi", &["trace:capture"]).await;
    assert_eq!(captures.get(&address).await.status, 403);
}
