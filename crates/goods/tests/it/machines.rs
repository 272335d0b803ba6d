//! What a producer's own programs tell of its goods: lots without a logbook, and steps that others report.

use goods::item::{Details, TradeItem, Unit};
use goods::lot::Lot;
use goods::page::look;
use goods::recall::{NewRecall, decide, lots_of};
use ground::testing::Bed;
use ground::{Actor, Instant, both};
use register::producer::Producer;
use serde_json::{Value, json};
use trace::store::Visibility;

use crate::bed::{ROOMS, Scene, hear, rules};

const GTIN: &str = "08930000005021";

// Nothing is waited for: all that is recorded counts as settled.
async fn followed(bed: &Bed) {
    // Time goes on: what is recorded at one moment has no order.
    bed.ground.clock.stand_at(bed.ground.clock.now().plus_seconds(1));
    while look(&bed.ground, Instant::from_micros(i64::MAX)).await.unwrap() {}
    hear(bed).await;
}

async fn with_gtin(bed: &Bed, scene: &Scene, lot: &Lot) -> TradeItem {
    let item = goods::item::load(&bed.ground.reader(), lot.trade_item_id).await.unwrap();
    let details = Details {
        name: item.name.clone(),
        unit: item.unit,
        gtin: Some(GTIN.into()),
        shelf_life_days: Some(365),
        standards: None,
    };
    goods::item::edit(&bed.ground, &scene.owner, (scene.maker.id, item.id), item.version, &details)
        .await
        .unwrap();
    item
}

fn class(uri: &str, quantity: u32) -> Value {
    json!({ "epcClass": uri, "quantity": quantity, "uom": Unit::Litre.as_str() })
}

async fn told(bed: &Bed, party: &Producer, seen: Visibility, mut event: Value) {
    event["eventTimeZoneOffset"] = "+07:00".into();
    let document = json!({
        "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-10-20T08:00:00+07:00",
        "epcisBody": { "eventList": [event] },
    });
    let source = serde_json::to_vec(&document).unwrap();
    trace::take_in(&bed.ground, (party.id, &party.name), seen, source).await.unwrap();
}

fn made(code: &str) -> Value {
    json!({
        "type": "ObjectEvent",
        "eventTime": "2026-10-18T08:00:00+07:00",
        "action": "ADD",
        "bizStep": "commissioning",
        "quantityList": [class(&format!("urn:epc:class:lgtin:8930000.000502.{code}"), 80)],
    })
}

async fn page(scene: &Scene, item: &TradeItem, code: &str) -> (u16, String) {
    let reply = scene.house.get(&Actor::anonymous(), &format!("/l/{}/{code}", item.code)).await;
    (reply.status.as_u16(), reply.text)
}

both!(a_lot_that_a_producers_program_told_of_has_its_page, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (_, spirit) = scene.spirit_of_rice(bed).await;
    let item = with_gtin(bed, &scene, &spirit).await;
    // Nobody begins lots of others' goods, and what is not public shows on no page.
    told(bed, &scene.farmer, Visibility::Public, made("MAY1")).await;
    told(bed, &scene.maker, Visibility::Chain, made("MAY2")).await;
    followed(bed).await;
    for code in ["MAY1", "MAY2"] {
        assert_eq!(page(&scene, &item, code).await.0, 404, "{code}");
    }
    told(bed, &scene.maker, Visibility::Public, made("MAY3")).await;
    followed(bed).await;
    let (status, text) = page(&scene, &item, "MAY3").await;
    assert_eq!(status, 200);
    for shown in ["Sa Đéc Tửu", "18/10/2026", "18/10/2027", "HTX nông nghiệp Tân Tây", "80\u{a0}lít"]
    {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    let book = scene.house.get(&scene.owner, &format!("/goods/{}", scene.maker.id)).await;
    assert_eq!(book.status, 200);
});

both!(what_others_tell_of_a_lot_stands_on_its_page, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (_, spirit) = scene.spirit_of_rice(bed).await;
    let item = goods::item::load(&bed.ground.reader(), spirit.trade_item_id).await.unwrap();
    let event = json!({
        "type": "ObjectEvent",
        "eventTime": "2026-10-19T08:00:00+07:00",
        "action": "OBSERVE",
        "bizStep": "inspecting",
        "quantityList": [class(&spirit.uri, 10)],
    });
    told(bed, &scene.farmer, Visibility::Public, event).await;
    followed(bed).await;
    let (_, text) = page(&scene, &item, spirit.code.as_str()).await;
    assert!(text.contains("19/10/2026") && text.contains("Hộ Ba Đồng"), "{text}");
});

both!(what_a_program_makes_of_recalled_goods_is_recalled, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    let item = with_gtin(bed, &scene, &spirit).await;
    let new =
        NewRecall { reason: "dư lượng".into(), decided_by: "Hộ Ba Đồng".into(), is_drill: false };
    let book = (scene.farmer.id, rice.id);
    let recall = decide(&bed.ground, &scene.farmer_owner, book, &new).await.unwrap();
    let event = json!({
        "type": "TransformationEvent",
        "eventTime": "2026-10-20T08:00:00+07:00",
        "bizStep": "creating_class_instance",
        "inputQuantityList": [{ "epcClass": rice.uri, "quantity": 50, "uom": "KGM" }],
        "outputQuantityList": [class(&format!("https://id.gs1.org/01/{GTIN}/10/MAY4"), 20)],
    });
    told(bed, &scene.maker, Visibility::Public, event).await;
    followed(bed).await;
    let (status, text) = page(&scene, &item, "MAY4").await;
    assert!(status == 200 && text.contains("Đang bị thu hồi"), "{status} {text}");
    assert_eq!(lots_of(&bed.ground.reader(), recall.id).await.unwrap().len(), 3);
});
