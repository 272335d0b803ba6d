//! Places keep the name of their time and are found at home today.

use std::collections::HashSet;

use ground::both;
use ground::testing::{Bed, system};
use ground::{Actor, Lang};
use register::place::{PlaceId, by_code, chain, find, full_name, home_today, scope, search, territory};
use register::testing::{commune, sa_dec};

use crate::bed::{ROOMS, day, house, rules};

both!(a_place_is_named_as_in_its_time, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let reader = bed.ground.reader();
    let name = async |id, lang| full_name(&reader, id, lang).await.unwrap();
    let then = "xã Tân Quy Tây, thành phố Sa Đéc, tỉnh Đồng Tháp";
    assert_eq!(name(places.tan_quy_tay.id, Lang::Vi).await, then);
    assert_eq!(name(places.sa_dec.id, Lang::Vi).await, "phường Sa Đéc, tỉnh Đồng Tháp");
    assert_eq!(name(places.sa_dec.id, Lang::En).await, "Sa Đéc ward, Đồng Tháp province");
});

both!(both_communes_of_2023_are_at_home_in_one_ward, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let (reader, today) = (bed.ground.reader(), bed.ground.clock.today());
    for old in [&places.tan_quy_tay, &places.tan_quy_dong, &places.ward_1] {
        assert_eq!(home_today(&reader, old.id, today).await.unwrap().id, places.sa_dec.id);
    }
    let other = home_today(&reader, places.tan_phu_dong.id, today).await.unwrap();
    assert_eq!(other.id, places.tan_duong.id);
    // On the eve of the merger everyone was still at home.
    let eve = home_today(&reader, places.tan_quy_tay.id, day(2025, 6, 30)).await.unwrap();
    assert_eq!(eve.id, places.tan_quy_tay.id);
});

both!(an_abolished_district_is_at_home_in_its_province, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let (reader, today) = (bed.ground.reader(), bed.ground.clock.today());
    assert_eq!(home_today(&reader, places.district.id, today).await.unwrap().id, places.province.id);
});

both!(one_code_stands_for_two_places_at_two_times, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let reader = bed.ground.reader();
    let meant = async |on| by_code(&reader, "29905", on).await.unwrap().id;
    assert_eq!(meant(day(2025, 6, 30)).await, places.ward_1.id);
    assert_eq!(meant(day(2025, 7, 1)).await, places.sa_dec.id);
});

both!(a_scope_holds_both_hierarchies, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let (reader, today) = (bed.ground.reader(), bed.ground.clock.today());
    let scope = scope(&reader, places.tan_quy_tay.id, today).await.unwrap();
    let wanted = [
        &places.tan_quy_tay,
        &places.district,
        &places.old_province,
        &places.country,
        &places.sa_dec,
        &places.province,
    ];
    assert_eq!(scope, wanted.map(|place| place.id));
    let chain = chain(&reader, places.tan_quy_tay.id).await.unwrap();
    assert_eq!(chain.len(), 4);
});

both!(a_territory_is_everything_whose_scope_holds_the_place, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let (reader, today) = (bed.ground.reader(), bed.ground.clock.today());
    let all = [
        &places.country,
        &places.old_province,
        &places.province,
        &places.district,
        &places.ward_1,
        &places.tan_quy_tay,
        &places.tan_quy_dong,
        &places.tan_phu_dong,
        &places.sa_dec,
        &places.tan_duong,
    ];
    for top in all {
        let held: HashSet<PlaceId> = territory(&reader, top.id, today).await.unwrap().into_iter().collect();
        for place in all {
            let within = scope(&reader, place.id, today).await.unwrap().contains(&top.id);
            assert_eq!(held.contains(&place.id), within, "{} in {}", place.name, top.name);
        }
    }
});

both!(an_old_name_without_marks_finds_the_new_place, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let (reader, today) = (bed.ground.reader(), bed.ground.clock.today());
    let found = search(&reader, "tan quy tay", today).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].place.id, places.sa_dec.id);
    assert_eq!(found[0].formerly.as_ref().unwrap().id, places.tan_quy_tay.id);
    let found = search(&reader, "sa dec", today).await.unwrap();
    assert_eq!(found.iter().filter(|hit| hit.formerly.is_none()).count(), 1);
    assert_eq!(found[0].place.id, places.sa_dec.id);
    // Before the merger the old name is simply its own.
    let found = search(&reader, "Tân Quy Tây", day(2024, 1, 1)).await.unwrap();
    assert_eq!(found[0].place.id, places.tan_quy_tay.id);
    assert!(found[0].formerly.is_none());
});

both!(the_pages_tell_what_a_place_became_and_was_formed_from, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let house = house(bed);
    let anyone = Actor::anonymous();
    let old = house.get(&anyone, &format!("/places/{}", places.tan_quy_tay.id)).await;
    assert!(old.text.contains("xã Tân Quy Tây") && old.text.contains("phường Sa Đéc"), "{}", old.text);
    let new = house.json(&anyone, &format!("/places/{}", places.sa_dec.id)).await;
    assert!(new.text.contains("xã Tân Quy Tây") && new.text.contains("phường Tân Quy Đông"));
    let list = house.get(&anyone, "/places?q=tan+quy+dong").await;
    assert!(list.text.contains("phường Sa Đéc") && list.text.contains("phường Tân Quy Đông"));
    let none = house.get(&anyone, &format!("/places/{}", uuid::Uuid::nil())).await;
    assert_eq!(none.status, 404);
});

both!(a_commune_alone_has_a_province, rules(), ROOMS, async |bed: &Bed| {
    let first = commune(bed, "Phường Sa Đéc").await;
    let reader = bed.ground.reader();
    assert_eq!(chain(&reader, first.id).await.unwrap().len(), 2);
    assert_eq!(find(&reader, first.id).await.unwrap().name, "Sa Đéc");
    assert!(bed.ground.access.allows(&system(), "import-places", &register::testing::whole(&first)));
});
