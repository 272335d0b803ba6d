//! Watching over a place: inspections, how whole lots are told of, files for the portal.

use goods::inspection::{Looked, look};
use goods::page::legal::{Item, missing};
use goods::recall::{NewRecall, decide};
use ground::testing::Bed;
use ground::{Actor, Role, both};
use register::testing::person;

use crate::bed::{ROOMS, Scene, hear, rules};

async fn verdict(bed: &Bed, inspector: &Actor, typed: &str) -> Looked {
    look(&bed.ground, inspector, typed, None).await.unwrap().verdict.parse().unwrap()
}

both!(an_inspectors_round_keeps_what_each_code_was_worth_then, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    let inspector = people::testing::holder(bed, Role::Inspector, scene.places.sa_dec.id, "Thanh tra").await;
    let item = goods::item::load(&bed.ground.reader(), spirit.trade_item_id).await.unwrap();
    let link = goods::lot::label_link("https://sen.example", &item, &spirit.code);
    assert_eq!(verdict(bed, &inspector, &link).await, Looked::Unranked);
    assert_eq!(verdict(bed, &inspector, &format!("{} {}", item.code, spirit.code)).await, Looked::Unranked);
    assert_eq!(verdict(bed, &inspector, "https://other.example/x").await, Looked::Unknown);
    assert_eq!(verdict(bed, &inspector, &format!("{link}/21/000000000000")).await, Looked::Forged);
    certificate::testing::certificate(
        bed,
        &scene.spirit,
        &scene.places.province,
        "2026-06-01".parse().unwrap(),
    )
    .await;
    hear(bed).await;
    assert_eq!(verdict(bed, &inspector, &link).await, Looked::Good);
    let new = NewRecall { reason: "thử".into(), decided_by: "Sở".into(), is_drill: false };
    decide(&bed.ground, &scene.farmer_owner, (scene.farmer.id, rice.id), &new).await.unwrap();
    assert_eq!(verdict(bed, &inspector, &link).await, Looked::Recalled);
    let page = scene.house.get(&inspector, "/inspections").await.text;
    assert_eq!(page.matches("<li class=\"row\">").count(), 6, "{page}");
    let csv = scene.house.get(&inspector, "/inspections.csv").await.text;
    assert_eq!(csv.lines().count(), 7, "{csv}");
    let refused = look(&bed.ground, &scene.owner, &link, None).await.unwrap_err();
    assert_eq!(refused.code, "not-allowed");
    let other = people::testing::holder(bed, Role::Inspector, scene.places.sa_dec.id, "Khác").await;
    assert!(!scene.house.get(&other, "/inspections").await.text.contains("<li class=\"row\">"));
});

both!(what_the_law_asks_for_and_is_not_there_is_named, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (_, spirit) = scene.spirit_of_rice(bed).await;
    let card = goods::page::card_of(&bed.ground, &spirit).await.unwrap();
    assert_eq!(missing(&card), [Item::Picture, Item::Expires, Item::Standards]);
    let officer = person(7, Role::Officer, &scene.places.sa_dec);
    let table = scene.house.get(&officer, "/goods/overview").await.text;
    assert!(table.contains("HTX nông nghiệp Tân Tây") && table.contains("Hộ Ba Đồng"), "{table}");
    assert!(table.contains("70\u{a0}%") && table.contains("hạn dùng"), "{table}");
    bed.on(2026, 12, 30);
    let later = scene.house.get(&officer, "/goods/overview").await.text;
    assert!(later.contains("ngày chưa ghi"), "{later}");
});

both!(the_portals_files_hold_the_ten_items, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    scene.spirit_of_rice(bed).await;
    let path = format!("/goods/{}/portal", scene.maker.id);
    let json = scene.house.get(&scene.owner, &format!("{path}.json")).await;
    let rows: serde_json::Value = serde_json::from_str(&json.text).unwrap();
    let row = &rows[0];
    assert_eq!((&row["product_name"], &row["lot"]), (&"Sa Đéc Tửu".into(), &"TUU1".into()));
    assert_eq!(row["stages"].as_array().unwrap().len(), 4);
    assert_eq!(row["stages"][0]["stage"], "harvest");
    assert!(!json.text.contains("0918"), "partners are nobody else's affair");
    let csv = scene.house.get(&scene.owner, &format!("{path}.csv")).await.text;
    assert!(csv.lines().count() == 2 && csv.contains("Sa Đéc Tửu"), "{csv}");
    assert_eq!(scene.house.get(&scene.farmer_owner, &format!("{path}.csv")).await.status, 404);
});
