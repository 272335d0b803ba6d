//! Queries by what the register knows.

use serde_json::{Value, json};

use register::testing::{producer, product, sa_dec};

use super::bed::{Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! { the_register_says_where_makers_are_and_what_things_are_called }

async fn the_register_says_where_makers_are_and_what_things_are_called(place: &Place) {
    let repository = Repository::at(place).await;
    let bed = &repository.bed;
    let places = sa_dec(bed).await;
    // Registered in a commune that is part of another now.
    let maker = producer(bed, &places.tan_phu_dong, "Lò rượu Tân Phú").await;
    let spirit = product(bed, &maker, 14, "Sa Đéc Tửu").await;
    let url =
        |kind: &str, id: &dyn std::fmt::Display| format!("{}/{kind}/{id}", bed.ground.config.public_url);
    let party = repository.party("still").await;
    let mut made = seen("L1", 5);
    made["bizLocation"] = json!({ "id": url("producers", &maker.id) });
    made["quantityList"] = json!([{ "epcClass": url("products", &spirit.id), "quantity": 3 }]);
    // A shed of the maker's own, told by its own master data.
    let mut stored = seen("L2", 6);
    stored["bizLocation"] = json!({ "id": "https://example.org/shed" });
    let mut events: Value = serde_json::from_str(&document(&[made, stored])).unwrap();
    events["epcisHeader"] = json!({ "epcisMasterData": { "vocabularyList": [{
        "type": "urn:epcglobal:epcis:vtype:BusinessLocation",
        "vocabularyElementList": [{ "id": url("producers", &maker.id), "children": ["https://example.org/shed"] }]
    }] } });
    let reply = party.post("/epcis/capture", events.to_string()).await;
    assert_eq!(reply.status, 202, "{}", reply.text);
    let count = async |query: String| party.get(&format!("/epcis/events?{query}")).await.events().len();
    assert_eq!(count(format!("WD_bizLocation={}", url("places", &places.tan_duong.id))).await, 2);
    assert_eq!(count(format!("WD_bizLocation={}", url("places", &places.province.id))).await, 2);
    assert_eq!(count(format!("WD_bizLocation={}", url("places", &places.sa_dec.id))).await, 0);
    assert_eq!(
        count("EQATTR_bizLocation_cbvmda:name=L%C3%B2%20r%C6%B0%E1%BB%A3u%20T%C3%A2n%20Ph%C3%BA".to_owned())
            .await,
        1
    );
    assert_eq!(count("HASATTR_bizLocation=cbvmda:name".to_owned()).await, 1);
}
