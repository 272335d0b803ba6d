//! Producers: registered without an account, warned of look-alikes, never overwritten unseen, private where it counts.

use ground::journal::of_record;
use ground::testing::{Bed, system};
use ground::{RefusalKind, Role, both};
use register::producer::{self, Details, alike, edit, load, register, visible};
use register::testing::{owner, person, producer, sa_dec};

use crate::bed::{ROOMS, acting, form, house, household, key, rules};

const SECRETS: [&str; 6] = ["Khmer", "hẻm Bí Mật", "rieng@vidu.vn", "0277 386 1111", "02773861111", "female"];

both!(a_producer_needs_no_account, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let house = house(bed);
    let volunteer = person(1, Role::Volunteer, &places.sa_dec);
    let mut form = form("Hộ Trần Thị Sáu", "tan quy tay");
    form.push(("phone", "0277 386 1111"));
    let done = house.post(&volunteer, "/register/producers/new", &form).await;
    assert_eq!(done.status, 303, "{}", done.text);
    let id = key(done.location.as_ref()).parse().unwrap();
    let stored = load(&bed.ground.reader(), id).await.unwrap();
    // The old name of a commune stands for the one it went into.
    assert_eq!(stored.place_id, places.sa_dec.id);
    let page = house.get(&volunteer, done.location.as_ref().unwrap()).await;
    assert!(page.text.contains("Hộ Trần Thị Sáu") && page.text.contains("thêm chủ thể"), "{}", page.text);
});

both!(what_is_wrong_is_said_at_each_field_and_nothing_typed_is_lost, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let house = house(bed);
    let officer = person(1, Role::Officer, &places.sa_dec);
    let mut form = form("", "Nơi Không Có");
    form.extend([("phone", "12"), ("email", "x"), ("registered_on", "1/1/2030"), ("registered_by", "Phòng TCKH")]);
    let again = house.post(&officer, "/register/producers/new", &form).await;
    assert_eq!(again.status, 422);
    for field in ["f-name", "f-place", "f-phone", "f-email", "f-registered_on"] {
        assert!(again.text.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(again.text.contains("Phòng TCKH") && again.text.contains("Nơi Không Có"));
});

both!(a_look_alike_is_shown_before_saving_and_saved_once_ticked, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let house = house(bed);
    let known = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let officer = person(1, Role::Officer, &places.sa_dec);
    let mut form = form("Hợp tác xã Nông nghiệp TÂN TÂY", "29905");
    let warned = house.post(&officer, "/register/producers/new", &form).await;
    assert_eq!(warned.status, 422);
    assert!(warned.text.contains("HTX nông nghiệp Tân Tây"), "{}", warned.text);
    let ticked = known.id.to_string();
    form.push(("distinct", &ticked));
    let done = house.post(&officer, "/register/producers/new", &form).await;
    assert_eq!(done.status, 303);
});

both!(likeness_is_by_name_registration_and_phone, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let known = register(&bed.ground, &system(), &household(places.sa_dec.id, "Hộ Sáu"), &[]).await.unwrap();
    let reader = bed.ground.reader();
    let by = async |name, number, phone| {
        let found = alike(&reader, name, number, phone, None).await.unwrap();
        found.into_iter().flat_map(|like| like.by).collect::<Vec<_>>()
    };
    assert_eq!(by("ho sau", None, None).await, ["name"]);
    assert_eq!(by("Khác", Some("51a8 000777"), None).await, ["registration"]);
    assert_eq!(by("Khác", None, Some("+84 277 386 1111")).await, ["phone"]);
    assert_eq!(by("Khác", Some("1"), Some("0900000000")).await, Vec::<&str>::new());
    assert!(alike(&reader, "Hộ Sáu", None, None, Some(known.id)).await.unwrap().is_empty());
    let again = register(&bed.ground, &system(), &household(places.sa_dec.id, "Hộ Sáu"), &[]).await;
    assert_eq!(again.unwrap_err().fields[0].code, "register-looks-like-another");
});

both!(a_look_alike_out_of_reach_is_told_by_its_place_alone, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    producer(bed, &places.tan_duong, "Cơ sở Kín Tiếng").await;
    let officer = person(1, Role::Officer, &places.sa_dec);
    let mut form = form("Hộ khác", "29905");
    form.push(("phone", "0918123456"));
    let warned = house(bed).post(&officer, "/register/producers/new", &form).await;
    assert_eq!(warned.status, 422);
    assert!(!warned.text.contains("Kín Tiếng"));
    assert!(warned.text.contains("xã Tân Dương"));
});

both!(a_lost_update_shows_both_values, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let house = house(bed);
    let known = producer(bed, &places.sa_dec, "Hộ Sáu").await;
    let officer = person(1, Role::Officer, &places.sa_dec);
    let path = format!("/register/producers/{}/edit", known.id);
    let mut theirs = form("Hộ Sáu Lành", "29905");
    theirs.push(("version", "1"));
    assert_eq!(house.post(&officer, &path, &theirs).await.status, 303);
    let mut mine = form("Hộ Sáu Hiền", "29905");
    mine.push(("version", "1"));
    let clash = house.post(&officer, &path, &mine).await;
    assert_eq!(clash.status, 409);
    assert!(clash.text.contains("Hộ Sáu Lành") && clash.text.contains("Hộ Sáu Hiền"), "{}", clash.text);
    assert!(clash.text.contains("name=\"version\" value=\"2\""));
    assert_eq!(load(&bed.ground.reader(), known.id).await.unwrap().name, "Hộ Sáu Lành");
    mine.pop();
    mine.push(("version", "2"));
    assert_eq!(house.post(&officer, &path, &mine).await.status, 303);
    assert_eq!(load(&bed.ground.reader(), known.id).await.unwrap().name, "Hộ Sáu Hiền");
});

both!(of_two_edits_at_once_one_is_refused, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let known = register(&bed.ground, &system(), &household(places.sa_dec.id, "Hộ Sáu"), &[]).await.unwrap();
    let officer = person(1, Role::Officer, &places.sa_dec);
    let with = |address: &str| Details { address: address.to_owned(), ..household(places.sa_dec.id, "Hộ Sáu") };
    let (one, two) = (with("một"), with("hai"));
    let both = futures::future::join(
        edit(&bed.ground, &officer, known.id, 1, &one, &[]),
        edit(&bed.ground, &officer, known.id, 1, &two, &[]),
    );
    let (one, two) = both.await;
    let refused = [one, two].into_iter().filter_map(Result::err).collect::<Vec<_>>();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].kind, RefusalKind::Conflict);
});

both!(a_record_keeps_the_place_of_its_time_when_its_form_is_saved, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let old = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let officer = person(1, Role::Officer, &places.sa_dec);
    let path = format!("/register/producers/{}/edit", old.id);
    let house = house(bed);
    let shown = house.get(&officer, &path).await;
    assert!(shown.text.contains("value=\"phường Sa Đéc, tỉnh Đồng Tháp\""), "{}", shown.text);
    let mut form = form("HTX nông nghiệp Tân Tây", "phường Sa Đéc, tỉnh Đồng Tháp");
    form.push(("version", "1"));
    assert_eq!(house.post(&officer, &path, &form).await.status, 303);
    assert_eq!(load(&bed.ground.reader(), old.id).await.unwrap().place_id, places.tan_quy_tay.id);
    let page = house.get(&officer, &format!("/register/producers/{}", old.id)).await;
    assert!(page.text.contains("xã Tân Quy Tây, thành phố Sa Đéc"));
    assert!(page.text.contains("nay thuộc phường Sa Đéc, tỉnh Đồng Tháp"), "{}", page.text);
});

both!(a_producer_is_not_moved_where_the_actor_has_no_right, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let known = register(&bed.ground, &system(), &household(places.sa_dec.id, "Hộ Sáu"), &[]).await.unwrap();
    let officer = person(1, Role::Officer, &places.sa_dec);
    let away = household(places.tan_duong.id, "Hộ Sáu");
    let refused = edit(&bed.ground, &officer, known.id, 1, &away, &[]).await.unwrap_err();
    assert_eq!(refused.fields[0].code, "register-place-not-yours");
});

both!(private_columns_reach_only_those_who_may_see_them, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let officer = person(1, Role::Officer, &places.sa_dec);
    let details = household(places.sa_dec.id, "Hộ Sáu");
    let known = register(&bed.ground, &officer, &details, &[]).await.unwrap();
    let changed = Details { representative_ethnicity: Some("Hoa".to_owned()), ..details };
    edit(&bed.ground, &officer, known.id, 1, &changed, &[]).await.unwrap();
    edit(&bed.ground, &officer, known.id, 2, &household(places.sa_dec.id, "Hộ Sáu"), &[]).await.unwrap();
    let house = house(bed);
    let page = format!("/register/producers/{}", known.id);
    let lists = ["/register/producers", "/register/producers.csv"];
    for role in [Role::Volunteer, Role::Advisory, Role::CouncilMember, Role::Leader, Role::Inspector] {
        let actor = person(2, role, &places.sa_dec);
        let mut seen = vec![house.get(&actor, &page).await, house.json(&actor, &page).await];
        for list in lists {
            seen.push(house.get(&actor, list).await);
            seen.push(house.json(&actor, list).await);
        }
        for reply in seen {
            assert_eq!(reply.status, 200, "{role}");
            assert!(reply.text.contains("Hộ Sáu"), "{role}");
            for secret in SECRETS {
                assert!(!reply.text.contains(secret), "{role} sees {secret}");
            }
        }
    }
    for actor in [officer, owner(3, &known)] {
        let seen = house.json(&actor, &page).await;
        assert!(seen.text.contains("Khmer") && seen.text.contains("hẻm Bí Mật"), "{}", seen.text);
    }
    let history = of_record(&bed.ground.reader(), &system(), "producer", &known.id.to_string()).await.unwrap();
    assert_eq!(history.len(), 3);
    let history = format!("{history:?}");
    for secret in SECRETS.iter().chain(&["Hoa\""]) {
        assert!(!history.contains(secret), "the journal tells {secret}");
    }
});

both!(whoever_is_elsewhere_does_not_find_the_producer, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let known = producer(bed, &places.sa_dec, "Hộ Sáu").await;
    let house = house(bed);
    let elsewhere = person(1, Role::Officer, &places.tan_duong);
    let path = format!("/register/producers/{}", known.id);
    for path in [path.clone(), format!("{path}/edit"), format!("{path}/members/new")] {
        assert_eq!(house.get(&elsewhere, &path).await.status, 404, "{path}");
    }
    assert!(visible(&bed.ground, &elsewhere, known.id).await.is_err());
    assert!(!house.get(&elsewhere, "/register/producers").await.text.contains("Hộ Sáu"));
    let province = person(2, Role::Officer, &places.province);
    assert!(house.get(&province, "/register/producers").await.text.contains("Hộ Sáu"));
});

both!(an_edit_under_consent_says_so_on_the_page_and_in_the_journal, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let known = producer(bed, &places.sa_dec, "Hộ Sáu").await;
    let scope = [places.sa_dec.id, places.province.id];
    for role in [Role::Volunteer, Role::Officer] {
        let actor = people::testing::holder(bed, role, places.sa_dec.id, "Lê Hồng Vân").await;
        let consent = people::testing::consent(bed, &actor, known.id, "Hộ Sáu", &scope).await;
        let actor = acting(actor, &consent);
        let house = house(bed);
        let path = format!("/register/producers/{}", known.id);
        let shown = house.get(&actor, &format!("{path}/edit")).await;
        assert!(shown.text.contains("Bạn đang làm thay Hộ Sáu"), "{role}");
        let version = load(&bed.ground.reader(), known.id).await.unwrap().version.to_string();
        let mut form = form("Hộ Sáu", "29905");
        form.push(("version", &version));
        assert_eq!(house.post(&actor, &format!("{path}/edit"), &form).await.status, 303, "{role}");
        let reader = bed.ground.reader();
        let history = of_record(&reader, &system(), "producer", &known.id.to_string()).await.unwrap();
        assert_eq!(history[0].consent, Some(consent.id), "{role}");
        let page = house.get(&actor, &path).await;
        assert!(page.text.contains("Làm thay, theo văn bản đồng ý"));
    }
});

both!(a_search_without_marks_and_filters_find_a_producer, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    producer(bed, &places.tan_duong, "HTX Hoa Sen").await;
    let house = house(bed);
    let officer = person(1, Role::Officer, &places.province);
    let found = async |query: &str| {
        let text = house.json(&officer, &format!("/register/producers?{query}")).await.text;
        (text.contains("Tân Tây"), text.contains("Hoa Sen"))
    };
    assert_eq!(found("").await, (true, true));
    assert_eq!(found("q=tan+tay").await, (true, false));
    assert_eq!(found("q=hop+tac+xa+hoa").await, (false, true));
    assert_eq!(found("place=Tân+Quy+Tây").await, (true, false));
    assert_eq!(found("place=29905").await, (true, false));
    assert_eq!(found("place=30214").await, (false, true));
    assert_eq!(found("kind=household").await, (false, false));
    let csv = house.get(&officer, "/register/producers.csv?q=hoa+sen").await;
    assert_eq!(csv.text.lines().count(), 2);
    let book = house.get(&officer, "/register/producers.xlsx?q=hoa+sen").await;
    assert!(book.text.starts_with("PK"));
});

both!(a_member_who_left_stays_in_the_list, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let known = producer(bed, &places.sa_dec, "HTX Hoa Sen").await;
    let house = house(bed);
    let officer = person(1, Role::Officer, &places.sa_dec);
    let path = format!("/register/producers/{}", known.id);
    let form = [("name", "Lê Văn Tám"), ("kind", "official"), ("phone", "0900 111 222"), ("joined_on", "2/1/2024")];
    assert_eq!(house.post(&officer, &format!("{path}/members/new"), &form).await.status, 303);
    let member = producer::member::of_producer(&bed.ground.reader(), known.id).await.unwrap().remove(0);
    let leave = format!("{path}/members/{}/leave", member.id);
    assert_eq!(house.post(&officer, &leave, &[]).await.status, 303);
    assert_eq!(house.post(&officer, &leave, &[]).await.status, 409);
    let page = house.get(&officer, &path).await;
    assert!(page.text.contains("Lê Văn Tám") && page.text.contains("14/10/2026"), "{}", page.text);
    let advisory = person(2, Role::Advisory, &places.sa_dec);
    assert!(!house.json(&advisory, &path).await.text.contains("0900 111 222"));
});

both!(a_consent_is_recorded_at_the_producers_page, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let known = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let officer = people::testing::officer(bed, places.sa_dec.id, "Lê Hồng Vân").await;
    let house = house(bed);
    let path = format!("/register/producers/{}", known.id);
    let account = officer.user.unwrap().to_string();
    let form = [
        ("account", account.as_str()),
        ("scope", "everything"),
        ("how_given", "in-person"),
        ("witness", "Trần Thị Bảy"),
        ("given_on", "14/10/2026"),
        ("expires_on", "14/10/2027"),
    ];
    let done = house.upload(&officer, &format!("{path}/consents/new"), &form, "evidence", ("", b"")).await;
    assert_eq!(done.status, 303, "{}", done.text);
    let officer = people::testing::again(bed, &officer).await;
    let page = house.get(&officer, &path).await;
    assert!(page.text.contains("Lê Hồng Vân") && page.text.contains("Bạn đang làm thay"), "{}", page.text);
    let inspector = person(9, Role::Inspector, &places.sa_dec);
    let page = house.get(&inspector, &path).await;
    assert!(!page.text.contains("/consents/"), "{}", page.text);
});
