//! Sites: where a producer works beside its own premises.

use goods::entry::{EntryKind, Side, WhichLot, WhichPartner, WhichSite, log};
use goods::item::Unit;
use goods::site::{Details, Site, add, edit, of_producer};
use ground::testing::Bed;
use ground::{Actor, both};

use crate::bed::{ROOMS, Scene, entry, hear, logged, lot_of, named, of, product_lot, rules, side};

fn details(scene: &Scene, name: &str) -> Details {
    Details { name: name.to_owned(), place: scene.places.sa_dec.id }
}

async fn field(bed: &Bed, scene: &Scene) -> Site {
    let details = details(scene, "Ruộng Cái Bè");
    add(&bed.ground, &scene.farmer_owner, scene.farmer.id, &details).await.unwrap()
}

both!(a_site_is_added_in_the_producers_own_commune, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (owner, book) = (&scene.farmer_owner, format!("/goods/{}", scene.farmer.id));
    assert!(scene.house.get(owner, &book).await.text.contains(&format!("{book}/sites")));
    let new = format!("{book}/sites/new");
    let blank = scene.house.get(owner, &new).await.text;
    assert!(blank.contains("value=\"phường Sa Đéc, tỉnh Đồng Tháp\""), "{blank}");
    let typed = [("name", "Ruộng Cái Bè"), ("place", "Tân Phú Đông")];
    let added = scene.house.post(owner, &new, &typed).await;
    assert_eq!(added.status, 303, "{}", added.text);
    let site = of_producer(&bed.ground.reader(), scene.farmer.id).await.unwrap().remove(0);
    assert_eq!((site.name.as_str(), site.place_id), ("Ruộng Cái Bè", scene.places.tan_duong.id));
    assert_eq!(added.location.unwrap(), format!("{book}/sites"));
    let list = scene.house.get(owner, &format!("{book}/sites")).await.text;
    assert!(list.contains("Ruộng Cái Bè") && list.contains("xã Tân Dương"), "{list}");
});

both!(a_place_nobody_wrote_down_begins_with_an_entry, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (owner, log) = (&scene.farmer_owner, format!("/goods/{}/log/harvest", scene.farmer.id));
    let blank = scene.house.get(owner, &log).await.text;
    assert!(blank.contains("name=\"site_name\"") && !blank.contains("name=\"site\""), "{blank}");
    let typed = async |key: &str, lot: &str, quantity: &str, site: &str| {
        let fields = [
            ("client_key", key),
            ("item", "new"),
            ("item_name", "Nếp"),
            ("lot", lot),
            ("quantity", quantity),
            ("unit", "KGM"),
            ("day", "2026-10-05"),
            ("site_name", site),
        ];
        scene.house.upload(owner, &log, &fields, "photos", ("", b"")).await
    };
    let refused = typed("a", "N1", "nhiều", "Ruộng Cái Bè").await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("value=\"Ruộng Cái Bè\""), "what was typed stays: {}", refused.text);
    let sites = async || of_producer(&bed.ground.reader(), scene.farmer.id).await.unwrap();
    assert_eq!(sites().await.len(), 0, "nothing is kept of an entry that was refused");
    assert_eq!(typed("a", "N1", "20", "Ruộng Cái Bè").await.status, 303);
    assert_eq!(typed("b", "N2", "30", " ruộng cai BE").await.status, 303);
    let begun = sites().await;
    assert_eq!(begun.iter().map(|site| site.name.as_str()).collect::<Vec<_>>(), ["Ruộng Cái Bè"]);
    assert_eq!(begun[0].place_id, scene.farmer.place_id);
    let form = scene.house.get(owner, &log).await.text;
    assert!(form.contains(&format!("<option value=\"{}\">Ruộng Cái Bè", begun[0].id)), "{form}");
});

both!(what_is_wrong_is_said_at_its_field_and_what_was_typed_stays, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    field(bed, &scene).await;
    let path = format!("/goods/{}/sites/new", scene.farmer.id);
    let cases = [
        (("", "Sa Đéc"), "id=\"f-name-error\"", "value=\"Sa Đéc\""),
        (("Vườn", "Xã Không Có"), "id=\"f-place-error\"", "value=\"Vườn\""),
        (("Vườn", ""), "id=\"f-place-error\"", "value=\"Vườn\""),
        (("RUỘNG  cai be", "Sa Đéc"), "Đã có tên này trong sổ", "value=\"RUỘNG  cai be\""),
    ];
    for ((name, place), problem, kept) in cases {
        let reply = scene.house.post(&scene.farmer_owner, &path, &[("name", name), ("place", place)]).await;
        assert_eq!(reply.status, 422, "{}", reply.text);
        assert!(reply.text.contains(problem) && reply.text.contains(kept), "{problem}: {}", reply.text);
    }
    // Another's may be called the same.
    let details = details(&scene, "Ruộng Cái Bè");
    add(&bed.ground, &scene.owner, scene.maker.id, &details).await.unwrap();
});

both!(a_renamed_site_shows_on_entries_and_on_every_page_of_the_way, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let site = field(bed, &scene).await;
    let mut harvest = entry("field", EntryKind::Harvest, 5, vec![of(named("Nếp", "N1"), "100")]);
    harvest.site = Some(WhichSite::Known(site.id));
    let harvest = logged(bed, &scene.farmer_owner, &scene.farmer, harvest).await;
    let rice = lot_of(bed, &harvest, Side::Of).await;
    let receive = entry("in", EntryKind::Receive, 6, vec![of(WhichLot::Known(rice.id), "50")]);
    let mut ship = entry("out", EntryKind::Ship, 5, vec![of(WhichLot::Known(rice.id), "50")]);
    ship.partner = Some(WhichPartner::Named("HTX Tân Tây".into(), None));
    logged(bed, &scene.farmer_owner, &scene.farmer, ship).await;
    logged(bed, &scene.owner, &scene.maker, receive).await;
    let spirit = side(Side::Out, product_lot(scene.spirit.id, "T9"), "5", Unit::Litre);
    let used = side(Side::In, WhichLot::Known(rice.id), "10", Unit::Kilogram);
    let made = entry("made", EntryKind::Process, 7, vec![used, spirit]);
    let made = logged(bed, &scene.owner, &scene.maker, made).await;
    let spirit = lot_of(bed, &made, Side::Out).await;
    hear(bed).await;
    let shown = async |what: &str| {
        let mut pages = Vec::new();
        for lot in [&rice, &spirit] {
            let item = goods::item::load(&bed.ground.reader(), lot.trade_item_id).await.unwrap();
            let path = format!("/l/{}/{}", item.code, lot.code);
            pages.push(scene.house.get(&Actor::anonymous(), &path).await.text.contains(what));
        }
        let path = format!("/goods/{}/entries/{}", scene.farmer.id, harvest.id);
        pages.push(scene.house.get(&scene.farmer_owner, &path).await.text.contains(what));
        pages
    };
    assert_eq!(shown("Ruộng Cái Bè").await, [true; 3]);
    let path = format!("/goods/{}/sites/{}", scene.farmer.id, site.id);
    let form = scene.house.get(&scene.farmer_owner, &path).await.text;
    assert!(
        form.contains("name=\"version\" value=\"1\"") && form.contains("value=\"Ruộng Cái Bè\""),
        "{form}"
    );
    let typed = [("version", "1"), ("name", "Đồng Gò Ốc"), ("place", "Tân Dương")];
    let renamed = scene.house.post(&scene.farmer_owner, &path, &typed).await;
    assert_eq!(renamed.status, 303, "{}", renamed.text);
    hear(bed).await;
    assert_eq!(shown("Đồng Gò Ốc").await, [true; 3]);
    assert_eq!(shown("Ruộng Cái Bè").await, [false; 3]);
    let item = goods::item::load(&bed.ground.reader(), spirit.trade_item_id).await.unwrap();
    let page = scene.house.get(&Actor::anonymous(), &format!("/l/{}/T9", item.code)).await.text;
    assert!(page.contains("Đồng Gò Ốc, xã Tân Dương"), "{page}");
    let late = scene.house.post(&scene.farmer_owner, &path, &typed).await;
    assert_eq!(late.status, 409, "someone else wrote meanwhile: {}", late.text);
});

both!(a_name_that_another_site_has_is_refused_and_ones_own_is_kept, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (ground, owner, farmer) = (&bed.ground, &scene.farmer_owner, scene.farmer.id);
    let site = field(bed, &scene).await;
    add(ground, owner, farmer, &details(&scene, "Vườn quýt")).await.unwrap();
    let taken = edit(ground, owner, (farmer, site.id), 1, &details(&scene, "vuon QUYT")).await.unwrap_err();
    assert_eq!((taken.fields[0].field.as_ref(), taken.fields[0].code), ("name", "goods-name-taken"));
    let same = edit(ground, owner, (farmer, site.id), 1, &details(&scene, "RUỘNG Cái Bè")).await.unwrap();
    assert_eq!((same.name.as_str(), same.version), ("RUỘNG Cái Bè", 2));
});

both!(others_sites_are_neither_seen_nor_chosen, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let site = field(bed, &scene).await;
    let (farm, own) = (scene.farmer.id, scene.maker.id);
    for path in [
        format!("/goods/{farm}/sites"),
        format!("/goods/{farm}/sites/new"),
        format!("/goods/{farm}/sites/{}", site.id),
        format!("/goods/{own}/sites/{}", site.id),
    ] {
        assert_eq!(scene.house.get(&scene.owner, &path).await.status, 404, "{path}");
    }
    let typed = [("version", "1"), ("name", "Của tôi"), ("place", "Sa Đéc")];
    let path = format!("/goods/{own}/sites/{}", site.id);
    assert_eq!(scene.house.post(&scene.owner, &path, &typed).await.status, 404);
    let mut harvest = entry("theirs", EntryKind::Harvest, 5, vec![of(named("Nếp", "N1"), "100")]);
    harvest.site = Some(WhichSite::Known(site.id));
    let refusal = log(&bed.ground, &scene.owner, own, &harvest).await.unwrap_err();
    assert_eq!((refusal.fields[0].field.as_ref(), refusal.fields[0].code), ("site", "goods-no-such-site"));
    // An officer of the place reads them, and changes none without consent.
    let officer = people::testing::officer(bed, scene.places.sa_dec.id, "Vân").await;
    let list = scene.house.get(&officer, &format!("/goods/{farm}/sites")).await.text;
    assert!(list.contains("Ruộng Cái Bè") && !list.contains("sites/new"), "{list}");
    for path in [format!("/goods/{farm}/sites/new"), format!("/goods/{farm}/sites/{}", site.id)] {
        assert_eq!(scene.house.get(&officer, &path).await.status, 403, "{path}");
    }
});
