//! Scans, codes of single things, doubts, and the drawing of a lot's way.

use axum::body::Body;
use axum::http::Request;
use goods::serial::{self, MOST_DEVICES};
use ground::testing::Bed;
use ground::{Actor, both};

use crate::bed::{ROOMS, Scene, rules};

async fn path_of(bed: &Bed, lot: &goods::lot::Lot) -> String {
    let item = goods::item::load(&bed.ground.reader(), lot.trade_item_id).await.unwrap();
    format!("/l/{}/{}", item.code, lot.code)
}

async fn codes(bed: &Bed, scene: &Scene, lot: &goods::lot::Lot, count: u32) -> Vec<String> {
    let book = goods::book::Book::of(&bed.ground, &scene.owner, scene.maker.id).await.unwrap();
    let item = goods::item::load(&bed.ground.reader(), lot.trade_item_id).await.unwrap();
    let (key, seal) = serial::key::ensure(&bed.ground).await.unwrap();
    let mut change = bed.ground.change(&scene.owner, "print-labels", &book.resource).await.unwrap();
    let run = serial::run::add(&mut change, lot.id, key, count).await.unwrap();
    change.commit().await.unwrap();
    let seal = seal.lot(&item.code, &lot.code);
    run.issued().serials(&seal, 0..count).map(|serial| serial.to_string()).collect()
}

async fn page(scene: &Scene, path: &str) -> String {
    let reply = scene.house.get(&Actor::anonymous(), path).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.text);
    reply.text
}

both!(a_forged_code_and_a_copied_one_are_told_apart, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (_, spirit) = scene.spirit_of_rice(bed).await;
    let path = path_of(bed, &spirit).await;
    let codes = codes(bed, &scene, &spirit, 3).await;
    let genuine = format!("{path}/{}", codes[0]);
    assert!(page(&scene, &genuine).await.contains("quét lần đầu"));
    assert!(page(&scene, &genuine).await.contains("đã quét 1 lần"));
    let last = codes[1].chars().last().unwrap();
    let other = if last == '7' { '8' } else { '7' };
    let forged = format!("{path}/{}{other}", &codes[1][..codes[1].len() - 1]);
    assert!(page(&scene, &forged).await.contains("Mã này không phải của chúng tôi"));
    for _ in 0..MOST_DEVICES {
        page(&scene, &genuine).await;
    }
    let copied = page(&scene, &genuine).await;
    assert!(copied.contains("Nghi nhãn sao chép") && copied.contains("v--copy"), "{copied}");
    assert!(!page(&scene, &format!("{path}/{}", codes[2])).await.contains("Nghi nhãn"));
});

both!(a_device_that_scans_again_is_no_new_device, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (_, spirit) = scene.spirit_of_rice(bed).await;
    let code = codes(bed, &scene, &spirit, 1).await.remove(0);
    let path = format!("{}/{code}", path_of(bed, &spirit).await);
    let first = scene.house.get(&Actor::anonymous(), &path).await;
    let cookie = first.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    for _ in 0..=MOST_DEVICES {
        let request = Request::get(&path).header("cookie", &cookie).body(Body::empty()).unwrap();
        let again = scene.house.send(&Actor::anonymous(), request).await;
        assert!(again.text.contains("đã quét 1 lần"), "{}", again.text);
        assert!(!again.headers.contains_key("set-cookie"));
    }
});

both!(scans_are_counted_by_province_and_day_and_nothing_else_is_kept, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (_, spirit) = scene.spirit_of_rice(bed).await;
    let path = path_of(bed, &spirit).await;
    for _ in 0..3 {
        page(&scene, &path).await;
    }
    goods::scan::flush(&bed.ground).await.unwrap();
    page(&scene, &path).await;
    goods::scan::flush(&bed.ground).await.unwrap();
    let since = bed.ground.clock.today();
    let scans = goods::scan::of_lots(&bed.ground.reader(), &[spirit.id], since).await.unwrap();
    assert_eq!(scans.len(), 1);
    assert_eq!((scans[0].province.as_str(), scans[0].scans), ("", 4));
    let list = scene.house.get(&scene.owner, &format!("/goods/{}/scans", scene.maker.id)).await.text;
    assert!(list.contains("4 lượt trong 90 ngày"), "{list}");
});

both!(
    anyone_may_tell_of_a_doubt_and_those_who_work_with_the_goods_read_it,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let (_, spirit) = scene.spirit_of_rice(bed).await;
        let path = format!("{}/report", path_of(bed, &spirit).await);
        let nobody = Actor::anonymous();
        assert_eq!(scene.house.get(&nobody, &path).await.status, 200);
        let bad = scene.house.upload(&nobody, &path, &[("note", "lạ lắm")], "photo", ("", b"")).await;
        assert!(bad.status == 422 && bad.text.contains("lạ lắm"), "{}", bad.text);
        let form = [("kind", "copied"), ("note", "tem mờ"), ("serial", "01ABC")];
        let good = scene.house.upload(&nobody, &path, &form, "photo", ("", b"")).await;
        assert_eq!(good.status, 303, "{}", good.text);
        let list = format!("/goods/{}/reports", scene.maker.id);
        let read = scene.house.get(&scene.owner, &list).await.text;
        assert!(read.contains("tem mờ") && read.contains("01ABC"), "{read}");
        assert_eq!(scene.house.get(&scene.farmer_owner, &list).await.status, 404);
        for _ in 0..29 {
            scene.house.upload(&nobody, &path, &form, "photo", ("", b"")).await;
        }
        let many = scene.house.upload(&nobody, &path, &form, "photo", ("", b"")).await;
        assert_eq!(many.status, 429);
    }
);

both!(the_way_of_a_lot_is_drawn_with_its_gaps, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    let of = |producer, lot| format!("/goods/{producer}/lots/{lot}/trace");
    let back = scene.house.get(&scene.owner, &of(scene.maker.id, spirit.id)).await.text;
    assert!(back.contains("Nếp ngỗng, lô NEP1") && back.matches("<rect").count() == 2, "{back}");
    assert!(!back.contains("class=\"w gap\""), "the rice was harvested: no gap");
    let forward = format!("{}?direction=forward", of(scene.farmer.id, rice.id));
    let forward = scene.house.get(&scene.farmer_owner, &forward).await.text;
    assert!(forward.contains("Sa Đéc Tửu, lô TUU1"), "{forward}");
    let buy = crate::bed::entry(
        "b",
        goods::entry::EntryKind::Buy,
        13,
        vec![crate::bed::of(crate::bed::named("Men rượu", "MEN1"), "5")],
    );
    let bought = crate::bed::logged(bed, &scene.owner, &scene.maker, buy).await;
    crate::bed::hear(bed).await;
    let yeast = crate::bed::lot_of(bed, &bought, goods::entry::Side::Of).await;
    let gap = scene.house.get(&scene.owner, &of(scene.maker.id, yeast.id)).await.text;
    assert!(gap.contains("Chưa ghi từ đâu tới") && gap.contains("class=\"w gap\""), "{gap}");
});
