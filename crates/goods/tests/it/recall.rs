//! Recalls: everyone who holds the lot, in seconds.

use goods::entry::{EntryKind, Side, WhichLot, WhichPartner, log};
use goods::item::Unit;
use goods::recall::{EndKind, HowTold, NewRecall, RecallId, answer, decide, end, lots_of, receivers, tell};
use ground::testing::Bed;
use ground::{Actor, both};

use crate::bed::{ROOMS, Scene, entry, hear, lot_of, product_lot, rules, side};

fn new(is_drill: bool) -> NewRecall {
    NewRecall {
        reason: "Kiểm nghiệm thấy dư lượng".into(), decided_by: "Hộ Ba Đồng".into(), is_drill
    }
}

async fn page_of(bed: &Bed, scene: &Scene, lot: &goods::lot::Lot) -> String {
    let item = goods::item::load(&bed.ground.reader(), lot.trade_item_id).await.unwrap();
    scene.house.get(&Actor::anonymous(), &format!("/l/{}/{}", item.code, lot.code)).await.text
}

// The spirit goes to two shops; one of them is told twice.
async fn sold(bed: &Bed, scene: &Scene, spirit: &goods::lot::Lot) {
    for (key, shop, phone) in [("s1", "Quán Sen Hồng", Some("0909 000 001")), ("s2", "Chợ Sa Đéc", None)]
    {
        let line = side(Side::Of, WhichLot::Known(spirit.id), "10", Unit::Litre);
        let mut ship = entry(key, EntryKind::Ship, 13, vec![line]);
        ship.partner = Some(WhichPartner::Named(shop.into(), phone.map(str::to_owned)));
        log(&bed.ground, &scene.owner, scene.maker.id, &ship).await.unwrap();
    }
    hear(bed).await;
}

async fn told(bed: &Bed, actor: &Actor, id: RecallId, names: &[&str]) -> ground::Result<usize> {
    let all = receivers(&bed.ground.reader(), id, None).await.unwrap();
    let chosen: Vec<_> = all
        .iter()
        .filter(|one| names.contains(&one.partner.name.as_str()))
        .map(|one| one.partner.id)
        .collect();
    tell(&bed.ground, actor, id, (&chosen, HowTold::Phone)).await
}

both!(
    a_bad_lot_reaches_all_that_was_made_of_it_and_all_who_received_any,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let (rice, spirit) = scene.spirit_of_rice(bed).await;
        sold(bed, &scene, &spirit).await;
        assert!(!page_of(bed, &scene, &spirit).await.contains("Đang bị thu hồi"));
        let book = (scene.farmer.id, rice.id);
        let recall = decide(&bed.ground, &scene.farmer_owner, book, &new(false)).await.unwrap();
        let mut lots = lots_of(&bed.ground.reader(), recall.id).await.unwrap();
        lots.sort_unstable();
        let mut wanted = vec![rice.id, spirit.id];
        wanted.sort_unstable();
        assert_eq!(lots, wanted);
        // The pages warn in the same second: nothing had to be heard.
        for lot in [&rice, &spirit] {
            let text = page_of(bed, &scene, lot).await;
            assert!(text.contains("Đang bị thu hồi") && text.contains("dư lượng"), "{text}");
        }
        let names: Vec<String> = receivers(&bed.ground.reader(), recall.id, None)
            .await
            .unwrap()
            .into_iter()
            .map(|one| one.partner.name)
            .collect();
        assert_eq!(names, ["Chợ Sa Đéc", "HTX Tân Tây", "Quán Sen Hồng"]);
        let twice = decide(&bed.ground, &scene.farmer_owner, book, &new(false)).await.unwrap_err();
        assert_eq!(twice.code, "recall-running");
    }
);

both!(each_tells_its_own_receivers_and_they_answer, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    sold(bed, &scene, &spirit).await;
    let book = (scene.farmer.id, rice.id);
    let recall = decide(&bed.ground, &scene.farmer_owner, book, &new(false)).await.unwrap();
    // The farmer knows nothing of the maker's shops.
    let path = format!("/recalls/{}", recall.id);
    let farmers = scene.house.get(&scene.farmer_owner, &path).await;
    assert!(farmers.text.contains("HTX Tân Tây") && !farmers.text.contains("Sen Hồng"), "{}", farmers.text);
    assert!(farmers.text.contains("còn 24:00 giờ"), "{}", farmers.text);
    let refused = told(bed, &scene.farmer_owner, recall.id, &["Quán Sen Hồng"]).await.unwrap_err();
    assert_eq!(refused.code, "not-found");
    let list = scene.house.get(&scene.owner, "/recalls").await;
    assert!(list.text.contains(&path), "the maker finds it: {}", list.text);
    let makers = scene.house.get(&scene.owner, &path).await;
    assert!(makers.text.contains("0909 000 001") && !makers.text.contains("0918"), "{}", makers.text);
    assert_eq!(told(bed, &scene.owner, recall.id, &["Quán Sen Hồng", "Chợ Sa Đéc"]).await.unwrap(), 2);
    assert_eq!(told(bed, &scene.owner, recall.id, &["Chợ Sa Đéc"]).await.unwrap(), 0, "told before");
    let all = receivers(&bed.ground.reader(), recall.id, Some(&[scene.maker.id])).await.unwrap();
    let code = all[1].notice.as_ref().unwrap().code.clone();
    let notice = scene.house.get(&Actor::anonymous(), &format!("/n/{code}")).await;
    assert!(notice.text.contains("Việc cần làm ngay"), "{}", notice.text);
    answer(&bed.ground, &code, Some("12 chai")).await.unwrap();
    answer(&bed.ground, &code, Some("0 chai")).await.unwrap();
    let makers = scene.house.get(&scene.owner, &path).await;
    assert!(makers.text.contains("12 chai") && !makers.text.contains("0 chai"), "the first answer stands");
    // Whoever works where the goods come from sees all.
    let officer = people::testing::officer(bed, scene.places.sa_dec.id, "Vân").await;
    let office = scene.house.get(&officer, &path).await;
    assert!(office.text.contains("3 nơi nhận, đã báo 2, đã trả lời 1"), "{}", office.text);
    let stranger = people::testing::person(bed, "Lạ").await;
    assert_eq!(scene.house.get(&stranger, &path).await.status, 404);
    let pdf = scene.house.get(&officer, &format!("{path}/notice.pdf")).await;
    assert!(pdf.status == 200 && pdf.text.starts_with("%PDF"));
    let csv = scene.house.get(&officer, &format!("{path}/receivers.csv")).await.text;
    assert_eq!(csv.lines().count(), 4, "{csv}");
});

async fn made_later(bed: &Bed, scene: &Scene, rice: &goods::lot::Lot) -> goods::lot::Lot {
    let lines = vec![
        side(Side::In, WhichLot::Known(rice.id), "100", Unit::Kilogram),
        side(Side::Out, product_lot(scene.spirit.id, "TUU2"), "40", Unit::Litre),
    ];
    let late = entry("late", EntryKind::Process, 14, lines);
    let late = log(&bed.ground, &scene.owner, scene.maker.id, &late).await.unwrap();
    hear(bed).await;
    lot_of(bed, &late, Side::Out).await
}

both!(what_is_made_of_recalled_goods_later_is_recalled_too, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, _) = scene.spirit_of_rice(bed).await;
    let book = (scene.farmer.id, rice.id);
    let recall = decide(&bed.ground, &scene.farmer_owner, book, &new(false)).await.unwrap();
    let made = made_later(bed, &scene, &rice).await;
    assert!(lots_of(&bed.ground.reader(), recall.id).await.unwrap().contains(&made.id));
    assert!(page_of(bed, &scene, &made).await.contains("Đang bị thu hồi"));
});

both!(
    a_drill_changes_nothing_outside_and_a_lifted_recall_leaves_no_warning,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let (rice, spirit) = scene.spirit_of_rice(bed).await;
        let book = (scene.farmer.id, rice.id);
        let before = page_of(bed, &scene, &spirit).await;
        let drill = decide(&bed.ground, &scene.farmer_owner, book, &new(true)).await.unwrap();
        hear(bed).await;
        assert_eq!(page_of(bed, &scene, &spirit).await, before);
        end(&bed.ground, &scene.farmer_owner, drill.id, (EndKind::Closed, "xong sau 3 phút")).await.unwrap();
        let recall = decide(&bed.ground, &scene.farmer_owner, book, &new(false)).await.unwrap();
        assert!(page_of(bed, &scene, &spirit).await.contains("Đang bị thu hồi"));
        end(&bed.ground, &scene.farmer_owner, recall.id, (EndKind::Lifted, "kiểm lại đạt")).await.unwrap();
        assert_eq!(page_of(bed, &scene, &spirit).await, before);
        let over =
            end(&bed.ground, &scene.farmer_owner, recall.id, (EndKind::Closed, "nữa")).await.unwrap_err();
        assert_eq!(over.code, "recall-over");
        let again = decide(&bed.ground, &scene.farmer_owner, book, &new(false)).await.unwrap();
        end(&bed.ground, &scene.farmer_owner, again.id, (EndKind::Closed, "đã hủy 800 kg")).await.unwrap();
        assert!(page_of(bed, &scene, &spirit).await.contains("Đã bị thu hồi"));
    }
);

// The persistent dispositions that events say of a lot.
async fn persistent(bed: &Bed, lot: &goods::lot::Lot) -> Vec<String> {
    let uris = [lot.uri.clone()];
    let all = trace::story::happenings(&bed.ground, trace::story::Eyes::Everybody, &uris).await.unwrap();
    let told = all.into_iter().filter_map(|one| one.event.persistent_disposition);
    let words = |kind: &str, words: Vec<epcis::cbv::Disposition>| {
        words.into_iter().map(|word| format!("{kind} {}", word.word())).collect::<Vec<_>>()
    };
    let mut all: Vec<String> =
        told.flat_map(|one| [words("set", one.set), words("unset", one.unset)].concat()).collect();
    all.sort_unstable();
    all
}

both!(machines_learn_what_is_recalled_and_what_no_longer_is, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    let book = (scene.farmer.id, rice.id);
    decide(&bed.ground, &scene.farmer_owner, book, &new(true)).await.unwrap();
    hear(bed).await;
    assert_eq!(persistent(bed, &spirit).await, [""; 0], "a drill");
    let recall = decide(&bed.ground, &scene.farmer_owner, book, &new(false)).await.unwrap();
    hear(bed).await;
    assert_eq!(persistent(bed, &spirit).await, ["set recalled"]);
    let made = made_later(bed, &scene, &rice).await;
    assert_eq!(persistent(bed, &made).await, ["set recalled"]);
    end(&bed.ground, &scene.farmer_owner, recall.id, (EndKind::Lifted, "kiểm lại đạt")).await.unwrap();
    hear(bed).await;
    assert_eq!(persistent(bed, &made).await, ["set recalled", "unset recalled"]);
    assert!(persistent(bed, &rice).await.contains(&"unset recalled".to_owned()));
    let page = page_of(bed, &scene, &made).await;
    assert!(!page.contains("Chặng khác"), "the way tells what was done with the goods: {page}");
});

both!(a_member_may_practise_and_not_decide, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, _) = scene.spirit_of_rice(bed).await;
    let member = people::testing::member(bed, scene.farmer.id, "Năm").await;
    let book = (scene.farmer.id, rice.id);
    assert_eq!(decide(&bed.ground, &member, book, &new(false)).await.unwrap_err().code, "not-allowed");
    decide(&bed.ground, &member, book, &new(true)).await.unwrap();
    // Of somebody else's lot, though it lies in one's own stock, nobody decides.
    let others = (scene.maker.id, rice.id);
    assert_eq!(decide(&bed.ground, &scene.owner, others, &new(false)).await.unwrap_err().code, "not-found");
});

both!(no_labels_are_printed_for_a_lot_that_is_recalled, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let (rice, spirit) = scene.spirit_of_rice(bed).await;
    let path = format!("/goods/{}/lots/{}/labels", scene.maker.id, spirit.id);
    let form = [("stock", "roll-75x50"), ("count", "2"), ("parts", "address")];
    let printed = scene.house.post(&scene.owner, &path, &form).await;
    assert_eq!(printed.status, 303, "{}", printed.text);
    decide(&bed.ground, &scene.farmer_owner, (scene.farmer.id, rice.id), &new(false)).await.unwrap();
    let refused = scene.house.post(&scene.owner, &path, &form).await;
    assert!(refused.status == 409 && refused.text.contains("đang bị thu hồi"), "{}", refused.text);
});

both!(
    whoever_has_had_recalled_goods_finds_it_in_the_inbox_until_all_are_told,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let (rice, spirit) = scene.spirit_of_rice(bed).await;
        sold(bed, &scene, &spirit).await;
        let waiting = async |actor: &Actor| goods::recall::tasks(&scene.house.here(actor)).await.unwrap();
        let book = (scene.farmer.id, rice.id);
        let drill = decide(&bed.ground, &scene.farmer_owner, book, &new(true)).await.unwrap();
        assert!(waiting(&scene.owner).await.is_empty(), "a drill is nobody else's task");
        end(&bed.ground, &scene.farmer_owner, drill.id, (EndKind::Closed, "xong")).await.unwrap();
        let recall = decide(&bed.ground, &scene.farmer_owner, book, &new(false)).await.unwrap();
        let tasks = waiting(&scene.owner).await;
        assert_eq!(tasks.len(), 1);
        assert!(tasks[0].detail.contains("Chưa báo 2 trong 2"), "{}", tasks[0].detail);
        assert_eq!(tasks[0].group, people::inbox::Urgency::Soon);
        told(bed, &scene.owner, recall.id, &["Quán Sen Hồng", "Chợ Sa Đéc"]).await.unwrap();
        assert_eq!(waiting(&scene.owner).await[0].group, people::inbox::Urgency::Waiting);
        bed.on(2026, 10, 20);
        assert_eq!(waiting(&scene.farmer_owner).await[0].group, people::inbox::Urgency::Late);
        end(&bed.ground, &scene.farmer_owner, recall.id, (EndKind::Lifted, "đạt")).await.unwrap();
        assert!(waiting(&scene.owner).await.is_empty());
        let stranger = people::testing::person(bed, "Lạ").await;
        assert!(waiting(&stranger).await.is_empty());
    }
);

both!(
    whoever_acts_by_consent_practises_and_tells_for_that_producer_alone,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let (rice, spirit) = scene.spirit_of_rice(bed).await;
        sold(bed, &scene, &spirit).await;
        let book = (scene.farmer.id, rice.id);
        let recall = decide(&bed.ground, &scene.farmer_owner, book, &new(false)).await.unwrap();
        let all = receivers(&bed.ground.reader(), recall.id, None).await.unwrap();
        let key_of = |name: &str| {
            let one = all.iter().find(|one| one.partner.name == name).unwrap();
            one.partner.id.to_string()
        };
        let (shop, mill) = (key_of("Quán Sen Hồng"), key_of("HTX Tân Tây"));
        let (page, tell) = (format!("/recalls/{}", recall.id), format!("/recalls/{}/tell", recall.id));
        let drill = format!("/goods/{}/lots/{}/recall", scene.maker.id, spirit.id);
        let volunteer = people::testing::volunteer(bed, scene.places.sa_dec.id, "Lan").await;
        let form = [("partner", shop.as_str()), ("how", "phone")];
        assert_eq!(scene.house.get(&volunteer, &drill).await.status, 403);
        assert_eq!(scene.house.post(&volunteer, &tell, &form).await.status, 403);
        assert!(!scene.house.get(&volunteer, &page).await.text.contains("name=\"partner\""));
        people::testing::consent(
            bed,
            &volunteer,
            scene.maker.id,
            &scene.maker.name,
            &[scene.places.sa_dec.id],
        )
        .await;
        let volunteer = people::testing::again(bed, &volunteer).await;
        let shown = scene.house.get(&volunteer, &page).await.text;
        let ticked = |key: &str| shown.contains(&format!("name=\"partner\" value=\"{key}\""));
        assert!(ticked(&shop) && !ticked(&mill), "the maker's receivers, not the farmer's: {shown}");
        let others =
            scene.house.post(&volunteer, &tell, &[("partner", mill.as_str()), ("how", "phone")]).await;
        assert_eq!(others.status, 403, "{}", others.text);
        let told = scene.house.post(&volunteer, &tell, &form).await;
        assert_eq!(told.status, 303, "{}", told.text);
        let all = receivers(&bed.ground.reader(), recall.id, Some(&[scene.maker.id])).await.unwrap();
        let notice = all.iter().find_map(|one| one.notice.as_ref()).unwrap();
        assert_eq!(notice.by_name, "Lan");
        assert_eq!(scene.house.get(&volunteer, &drill).await.status, 200);
        let typed = [("reason", "Diễn tập"), ("decided_by", "HTX"), ("drill", "yes")];
        assert_eq!(scene.house.post(&volunteer, &drill, &typed).await.status, 303);
        let real = scene.house.post(&volunteer, &drill, &typed[..2]).await;
        assert_eq!(real.status, 403, "deciding stays with the owner and the offices");
    }
);
