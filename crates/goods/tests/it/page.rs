//! The page behind the code.

use certificate::testing::certificate;
use goods::entry::{EntryKind, WhichLot, WhichPartner, withdraw};
use ground::Actor;
use ground::both;
use ground::testing::Bed;

use crate::bed::{ROOMS, Scene, entry, hear, logged, of, rules};

async fn page(scene: &Scene, path: &str) -> String {
    let reply = scene.house.get(&Actor::anonymous(), path).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.text);
    reply.text
}

async fn path_of(bed: &Bed, lot: &goods::lot::Lot) -> String {
    let item = goods::item::load(&bed.ground.reader(), lot.trade_item_id).await.unwrap();
    format!("/l/{}/{}", item.code, lot.code)
}

both!(the_way_is_told_from_the_field_to_the_bottle_without_partners, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (_, spirit) = scene.spirit_of_rice(bed).await;
    let text = page(&scene, &path_of(bed, &spirit).await).await;
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what} in {text}"));
    assert!(at("Thu hoạch") < at("Xuất hàng") && at("Xuất hàng") < at("Nhận hàng"));
    assert!(at("Nhận hàng") < at("Chế biến"));
    assert!(text.contains("Nếp ngỗng, lô NEP1: 800\u{a0}kg") && text.contains("Hộ Ba Đồng"), "{text}");
    assert!(text.contains("Sa Đéc Tửu, lô TUU1: 120\u{a0}lít"), "{text}");
    assert!(!text.contains("0918"), "partners are the producer's own affair: {text}");
    assert!(text.len() < 60_000 && !text.contains("<script"), "small, and without scripts");
});

both!(a_certificate_stands_first_and_its_end_changes_the_page, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (_, spirit) = scene.spirit_of_rice(bed).await;
    let path = path_of(bed, &spirit).await;
    assert!(page(&scene, &path).await.contains("Có ghi nguồn gốc"));
    certificate(bed, &scene.spirit, &scene.places.province, "2026-06-01".parse().unwrap()).await;
    hear(bed).await;
    let ranked = page(&scene, &path).await;
    assert!(ranked.contains("3 sao") && ranked.contains("Xem giấy chứng nhận"), "{ranked}");
    bed.on(2029, 8, 1);
    assert!(page(&scene, &path).await.contains("Trước đây 3 sao"));
});

both!(a_purchase_without_origin_is_a_gap_and_is_said, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let buy = entry("b", EntryKind::Buy, 5, vec![of(crate::bed::named("Men rượu", "MEN1"), "5")]);
    let bought = logged(bed, &scene.owner, &scene.maker, buy).await;
    hear(bed).await;
    let lot = crate::bed::lot_of(bed, &bought, goods::entry::Side::Of).await;
    let text = page(&scene, &path_of(bed, &lot).await).await;
    assert!(text.contains("Chưa ghi từ đâu tới"), "{text}");
});

both!(what_was_withdrawn_is_no_longer_told, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    let path = path_of(bed, &rice).await;
    let sell = entry("sell", EntryKind::Sell, 13, vec![of(WhichLot::Known(rice.id), "50")]);
    let sold = logged(bed, &scene.farmer_owner, &scene.farmer, sell).await;
    hear(bed).await;
    assert!(page(&scene, &path).await.contains("Bán lẻ"));
    assert!(!page(&scene, &path_of(bed, &spirit).await).await.contains("Bán lẻ"), "of another part");
    withdraw(&bed.ground, &scene.farmer_owner, (scene.farmer.id, sold.id), "nhầm").await.unwrap();
    hear(bed).await;
    assert!(!page(&scene, &path).await.contains("Bán lẻ"));
});

both!(what_was_sent_to_others_is_none_of_the_way, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    let sent = async |path: String| page(&scene, &path).await.matches("Xuất hàng").count();
    let mut ship = entry("s2", EntryKind::Ship, 10, vec![of(WhichLot::Known(rice.id), "100")]);
    ship.partner = Some(WhichPartner::Named("Nơi khác".into(), None));
    logged(bed, &scene.farmer_owner, &scene.farmer, ship).await;
    hear(bed).await;
    assert_eq!(sent(path_of(bed, &rice).await).await, 2);
    assert_eq!(sent(path_of(bed, &spirit).await).await, 1, "the one that the maker took in");
    // Sent later, and not what was taken in by its quantity.
    let mut ship = entry("s3", EntryKind::Ship, 11, vec![of(WhichLot::Known(rice.id), "50")]);
    ship.happened_at = ship.happened_at.plus_seconds(3_600);
    ship.partner = Some(WhichPartner::Named("Nơi khác".into(), None));
    logged(bed, &scene.farmer_owner, &scene.farmer, ship).await;
    hear(bed).await;
    let way = page(&scene, &path_of(bed, &spirit).await).await;
    let (_, sent) = way.split_once("Xuất hàng").unwrap();
    assert!(sent.split("</li>").next().unwrap().contains("500\u{a0}kg"), "{way}");
});

both!(
    what_is_said_of_a_trade_item_later_stands_on_the_pages_of_its_lots,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let (_, spirit) = scene.spirit_of_rice(bed).await;
        let item = goods::item::load(&bed.ground.reader(), spirit.trade_item_id).await.unwrap();
        let details = goods::item::Details {
            name: item.name,
            unit: item.unit,
            gtin: Some("08930000005021".into()),
            shelf_life_days: None,
            standards: Some("TCVN 7043:2013".into()),
        };
        let id = (scene.maker.id, item.id);
        goods::item::edit(&bed.ground, &scene.owner, id, item.version, &details).await.unwrap();
        hear(bed).await;
        let text = page(&scene, &path_of(bed, &spirit).await).await;
        assert!(text.contains("TCVN 7043:2013") && text.contains("GTIN 08930000005021"), "{text}");
    }
);

both!(a_code_that_is_none_is_not_found_kindly, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    for path in ["/l/XXXXXXXXXX/A1", "/l/7K3Q9M2TXA/A1", "/l/7K3Q9M2TXA/%E1%BA%A0"] {
        let reply = scene.house.get(&Actor::anonymous(), path).await;
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.text.contains("Không có lô nào mang mã này"), "{}", reply.text);
    }
});
