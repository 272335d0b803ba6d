//! The logbook.

use goods::entry::{EntryKind, Side, WhichLot, log, withdraw};
use goods::item::Unit;
use ground::both;
use ground::testing::Bed;

use crate::bed::{ROOMS, Scene, entry, hear, logged, lot_of, named, of, product_lot, rules, side, stock};

both!(a_replayed_entry_is_one_entry, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let new = entry("same", EntryKind::Harvest, 5, vec![of(named("Nếp", "N1"), "100")]);
    let first = logged(bed, &scene.farmer_owner, &scene.farmer, new.clone()).await;
    let again = logged(bed, &scene.farmer_owner, &scene.farmer, new).await;
    assert_eq!(first.id, again.id);
    let lot = lot_of(bed, &first, Side::Of).await;
    assert_eq!(stock(bed, &scene.farmer, lot.id).await, (100_000, 100_000));
});

both!(stock_is_what_the_entries_come_to, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    assert_eq!(stock(bed, &scene.farmer, rice.id).await, (300_000, 300_000));
    assert_eq!(stock(bed, &scene.maker, rice.id).await, (200_000, 200_000));
    assert_eq!(stock(bed, &scene.maker, spirit.id).await, (120_000, 120_000));
    // Half a tonne is five hundred kilograms.
    let tonne = side(Side::Of, WhichLot::Known(rice.id), "0,1", Unit::Tonne);
    logged(bed, &scene.farmer_owner, &scene.farmer, entry("t", EntryKind::Sell, 13, vec![tonne])).await;
    assert_eq!(stock(bed, &scene.farmer, rice.id).await, (200_000, 200_000));
});

both!(more_than_there_is_must_be_confirmed, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, _) = scene.spirit_of_rice(bed).await;
    let mut sell = entry("much", EntryKind::Sell, 13, vec![of(WhichLot::Known(rice.id), "301")]);
    let refusal = log(&bed.ground, &scene.farmer_owner, scene.farmer.id, &sell).await.unwrap_err();
    assert_eq!(refusal.fields[0].field, "confirmed");
    assert_eq!(refusal.fields[0].code, "goods-more-than-there");
    assert_eq!(stock(bed, &scene.farmer, rice.id).await, (300_000, 300_000));
    sell.is_confirmed = true;
    logged(bed, &scene.farmer_owner, &scene.farmer, sell).await;
    assert_eq!(stock(bed, &scene.farmer, rice.id).await, (-1_000, -1_000));
});

both!(others_lots_cannot_be_used_before_they_are_received, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let harvest = entry("h", EntryKind::Harvest, 5, vec![of(named("Nếp", "N1"), "100")]);
    let harvest = logged(bed, &scene.farmer_owner, &scene.farmer, harvest).await;
    let rice = lot_of(bed, &harvest, Side::Of).await;
    let lines = vec![
        side(Side::In, WhichLot::Known(rice.id), "10", Unit::Kilogram),
        side(Side::Out, product_lot(scene.spirit.id, "T1"), "5", Unit::Litre),
    ];
    let process = entry("p", EntryKind::Process, 6, lines);
    let refusal = log(&bed.ground, &scene.owner, scene.maker.id, &process).await.unwrap_err();
    assert_eq!(refusal.fields[0].code, "goods-no-such-lot");
});

both!(a_withdrawn_entry_is_told_to_machines_and_gives_back_its_stock, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    let sell = entry("sell", EntryKind::Sell, 13, vec![of(WhichLot::Known(rice.id), "50")]);
    let sell = logged(bed, &scene.farmer_owner, &scene.farmer, sell).await;
    hear(bed).await;
    assert_eq!(happenings(bed, &rice.uri).await, 5);
    withdraw(&bed.ground, &scene.farmer_owner, (scene.farmer.id, sell.id), "nhầm lô").await.unwrap();
    hear(bed).await;
    assert_eq!(happenings(bed, &rice.uri).await, 4);
    assert_eq!(stock(bed, &scene.farmer, rice.id).await, (300_000, 300_000));
    let twice = withdraw(&bed.ground, &scene.farmer_owner, (scene.farmer.id, sell.id), "nữa").await;
    assert_eq!(twice.unwrap_err().code, "goods-withdrawn-already");
    assert_eq!(happenings(bed, &spirit.uri).await, 1);
});

async fn happenings(bed: &Bed, uri: &str) -> usize {
    let all = trace::story::happenings(&bed.ground, trace::story::Eyes::Everybody, &[uri.to_owned()]).await;
    all.unwrap().len()
}

both!(strangers_see_no_book_and_officers_write_in_none_without_consent, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let path = format!("/goods/{}", scene.farmer.id);
    let officer = people::testing::officer(bed, scene.places.sa_dec.id, "Vân").await;
    assert_eq!(scene.house.get(&scene.owner, &path).await.status, 404);
    assert_eq!(scene.house.get(&officer, &path).await.status, 200);
    let form = format!("{path}/log/harvest");
    assert_eq!(scene.house.get(&officer, &form).await.status, 403);
    let consent_for = [scene.places.sa_dec.id];
    people::testing::consent(bed, &officer, scene.farmer.id, "Hộ Ba Đồng", &consent_for).await;
    let officer = people::testing::again(bed, &officer).await;
    let page = scene.house.get(&officer, &form).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let new = entry("behalf", EntryKind::Harvest, 5, vec![of(named("Nếp", "N1"), "100")]);
    assert_eq!(logged(bed, &officer, &scene.farmer, new).await.by_name, "Vân");
});

both!(the_form_logs_and_gives_back_what_was_typed, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let path = format!("/goods/{}/log/harvest", scene.farmer.id);
    let shown = scene.house.get(&scene.farmer_owner, &path).await;
    assert!(shown.text.contains("value=\"261014A\""), "the number of the day: {}", shown.text);
    let typed = |quantity: &'static str| {
        [
            ("client_key", "c1"),
            ("item", "new"),
            ("item_name", "Quýt hồng"),
            ("lot", "qh 1"),
            ("quantity", quantity),
            ("unit", "KGM"),
            ("day", "13/10/2026"),
            ("time", "7:30"),
        ]
    };
    let png = b"";
    let bad = scene.house.upload(&scene.farmer_owner, &path, &typed("nhiều"), "photos", ("", png)).await;
    assert_eq!(bad.status, 422, "{}", bad.text);
    assert!(bad.text.contains("Quýt hồng") && bad.text.contains("Nhập số, ví dụ 120"), "{}", bad.text);
    let good = scene.house.upload(&scene.farmer_owner, &path, &typed("1.200"), "photos", ("", png)).await;
    assert_eq!(good.status, 303, "{}", good.text);
    let book = scene.house.get(&scene.farmer_owner, &format!("/goods/{}", scene.farmer.id)).await.text;
    assert!(book.contains("Quýt hồng, lô QH1: 1.200\u{a0}kg"), "{book}");
    assert!(book.contains("13/10/2026 · 7:30"), "{book}");
    let again = book.split("?like=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let like = scene.house.get(&scene.farmer_owner, &format!("{path}?like={again}")).await.text;
    assert!(like.contains("value=\"1.200\"") && like.contains("selected>Quýt hồng"), "{like}");
});

both!(a_partner_is_said_to_be_a_producer_of_the_same_name, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    scene.spirit_of_rice(bed).await;
    let partners = goods::partner::of_producer(&bed.ground.reader(), scene.farmer.id).await.unwrap();
    let path = format!("/goods/{}/partners/{}", scene.farmer.id, partners[0].id);
    let form = async |name: &str, known: &str| {
        let fields = [("version", "1"), ("name", name), ("known", known)];
        scene.house.post(&scene.farmer_owner, &path, &fields).await
    };
    let maker = scene.maker.id.to_string();
    let refused = form("HTX Tân Tây", &maker).await;
    assert!(refused.status == 422 && refused.text.contains("tên phải giống nhau"), "{}", refused.text);
    // Under the name of a producer it is offered; whoever else has that name is not told.
    let page = form("HTX nông nghiệp Tân Tây", "x").await;
    assert!(page.text.contains(&format!("value=\"{maker}\"")), "{}", page.text);
    assert_eq!(form("HTX nông nghiệp Tân Tây", &maker).await.status, 303);
    let known = goods::partner::of_producer(&bed.ground.reader(), scene.farmer.id).await.unwrap();
    assert_eq!(known[0].known_producer_id, Some(scene.maker.id));
    let page = scene.house.get(&scene.farmer_owner, &path).await;
    assert!(page.text.contains("selected"), "{}", page.text);
});
