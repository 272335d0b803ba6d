//! Lineage through processing and packing.

use serde_json::{Value, json};

use super::bed::{Repository, document};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! { a_recall_goes_forward_through_processing_and_packing_and_a_bottle_goes_back_to_its_rice }

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
