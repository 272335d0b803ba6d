//! The pages over HTTP: a council meets from setting up to the letter, without a script.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use council::case_file;
use council::testing::{best_less, decided, heard, sheet_of};
use ground::both;
use ground::testing::Bed;
use web::testing::House;

use crate::set_up::{ROOMS, rules, scene_of};

both!(an_answer_is_a_post_that_leads_to_the_next_criterion, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let (case, member) = (scene.case, &scene.cast.members[0]);
    let house = House::new(bed.ground.clone(), ROOMS, council::routes());
    let early = house.get(member, &format!("/ballots/{case}/1.1")).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    case_file::start(&bed.ground, &scene.cast.secretary, case, &BTreeMap::new()).await.unwrap();
    let page = house.get(member, &format!("/ballots/{case}/1.1")).await;
    assert_eq!(page.status, StatusCode::OK);
    for mark in [
        "data-marking",
        "data-slot=\"1.1\"",
        "data-key=\"4\"",
        "data-back",
        "data-note",
        "Mức thấp nhất của 3 sao",
    ] {
        assert!(page.text.contains(mark), "{mark}");
    }
    let reply =
        house.post(member, &format!("/ballots/{case}/1.1"), &[("points", "2"), ("note", "xem lại")]).await;
    assert_eq!(
        (reply.status, reply.location.unwrap()),
        (StatusCode::SEE_OTHER, format!("/ballots/{case}/1.2"))
    );
    let again = house.get(member, &format!("/ballots/{case}/1.1")).await.text;
    assert!(again.contains("xem lại") && again.contains("value=\"2\" checked"));
    let wrong = house.post(member, &format!("/ballots/{case}/1.1"), &[("points", "3")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("0, 1, 2, 4"));
});

both!(a_script_gets_an_acknowledgement_with_the_time, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    case_file::start(&bed.ground, &scene.cast.secretary, scene.case, &BTreeMap::new()).await.unwrap();
    let house = House::new(bed.ground.clone(), ROOMS, council::routes());
    let request = Request::post(format!("/ballots/{}/1.1", scene.case))
        .header(header::ACCEPT, "application/json")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let reply = house.send(&scene.cast.members[0], request.body(Body::from("points=1")).unwrap()).await;
    assert_eq!((reply.status, reply.text.as_str()), (StatusCode::OK, r#"{"saved_at":"12:00:00"}"#));
});

both!(every_page_is_there_for_who_may_see_it_in_both_languages, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 4, 14).await;
    let (cast, sitting, case) = (&scene.cast, scene.sitting, scene.case);
    let house = House::new(bed.ground.clone(), ROOMS, council::routes());
    let open = async |who: &ground::Actor, path: &str| {
        for lang in ["vi", "en"] {
            let reply = house.get(who, &format!("{path}?lang={lang}")).await;
            assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text);
            // A key without a text would stand there as the key.
            for key in ["council-", "case-stage", "office-", "refusal-", "journal-", "sitting-q", "marking-"]
            {
                let shown = reply.text.split('>').filter_map(|part| part.split('<').next());
                assert!(!shown.clone().any(|text| text.trim_start().starts_with(key)), "{path}: {key}");
            }
        }
    };
    for path in ["/councils", "/councils/new"] {
        open(&cast.secretary, path).await;
    }
    open(&cast.secretary, &format!("/councils/{}", cast.council)).await;
    for page in ["", "/agenda", "/minutes"] {
        open(&cast.secretary, &format!("/sittings/{sitting}{page}")).await;
    }
    open(&cast.secretary, &format!("/cases/{case}")).await;
    case_file::start(&bed.ground, &cast.secretary, case, &BTreeMap::new()).await.unwrap();
    open(&cast.members[0], &format!("/cases/{case}")).await;
    open(&cast.members[0], &format!("/ballots/{case}")).await;
    open(&cast.members[0], &format!("/sittings/{sitting}")).await;
    for (criterion, _) in best_less(&sheet_of(bed, case).await, 0) {
        let reply = house.get(&cast.members[0], &format!("/ballots/{case}/{criterion}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{criterion}");
    }
});

both!(the_papers_come_as_pdf_once_they_exist, rules(), ROOMS, async |bed: &Bed| {
    let scene = scene_of(bed, 3, 14).await;
    let (cast, sitting, case) = (&scene.cast, scene.sitting, scene.case);
    let house = House::new(bed.ground.clone(), ROOMS, council::routes());
    let ballots = format!("/cases/{case}/ballots.pdf");
    assert_eq!(house.get(&cast.chair, &ballots).await.status, StatusCode::CONFLICT);
    assert_eq!(house.get(&cast.members[0], &ballots).await.status, StatusCode::NOT_FOUND);
    heard(bed, cast, case, 12).await;
    let decision = decided(bed, cast, sitting).await;
    let owner = people::testing::owner(bed, scene.producer.id, "Chủ Thể").await;
    let papers = [
        (&cast.chair, ballots),
        (&cast.secretary, format!("/sittings/{sitting}/minutes.pdf")),
        (&cast.secretary, format!("/sittings/{sitting}/submission.pdf")),
        (&cast.leader, format!("/decisions/{decision}/decision.pdf")),
        (&owner, format!("/cases/{case}/letter.pdf")),
    ];
    for (who, path) in papers {
        let reply = house.get(who, &path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text);
        assert!(reply.text.starts_with("%PDF"), "{path}");
    }
    let page = house.get(&cast.leader, &format!("/decisions/{decision}")).await;
    assert!(page.status == StatusCode::OK && page.text.contains("1850/QĐ-UBND"));
    assert!(page.text.contains("ghi quyết định 1850/QĐ-UBND"), "its history does not tell of the signing");
    assert_eq!(house.get(&owner, &format!("/decisions/{decision}")).await.status, StatusCode::NOT_FOUND);
});

both!(a_council_is_set_up_by_forms, rules(), ROOMS, async |bed: &Bed| {
    let places = register::testing::sa_dec(bed).await;
    let secretary = people::testing::secretary(bed, places.province.id, "Đỗ Thị Ghi").await;
    let house = House::new(bed.ground.clone(), ROOMS, council::routes());
    let place = places.province.id.to_string();
    let mut form = vec![
        ("place", place.as_str()),
        ("level", "province"),
        ("name", "Hội đồng tỉnh"),
        ("mandate_number", "652/QĐ-UBND"),
        ("mandate_on", "31/02/2026"),
        ("mandate_issuer", "Chủ tịch UBND tỉnh"),
    ];
    let wrong = house.post(&secretary, "/councils/new", &form).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.text.contains("Hội đồng tỉnh"));
    form[4].1 = "09/01/2026";
    let made = house.post(&secretary, "/councils/new", &form).await;
    let path = made.location.unwrap();
    let page = house.get(&secretary, &path).await.text;
    assert!(page.contains("Hội đồng tỉnh") && page.contains("75 %"));
    let ward = people::testing::officer(bed, places.sa_dec.id, "Cán Bộ Phường").await;
    assert_eq!(house.get(&ward, &path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.post(&ward, "/councils/new", &form).await.status, StatusCode::FORBIDDEN);
    let account = secretary.user.unwrap().to_string();
    let seat = [("account", account.as_str()), ("title", "Văn phòng"), ("office", "secretary")];
    assert_eq!(house.post(&secretary, &format!("{path}/seats"), &seat).await.status, StatusCode::SEE_OTHER);
    let again = house.post(&secretary, &format!("{path}/seats"), &seat).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let rules =
        [("quorum_percent", "66"), ("spread_limit", "8"), ("gate_basis", "mean"), ("chair_required", "1")];
    assert_eq!(house.post(&secretary, &format!("{path}/rules"), &rules).await.status, StatusCode::SEE_OTHER);
    assert!(house.get(&secretary, &path).await.text.contains("66 %"));
});
