//! The page behind the QR, in every state, in both languages, and the same for machines.

use certificate::certificate::file_re_evaluation;
use certificate::seal::{KeySet, verify};
use certificate::state::State;
use certificate::testing::{certificate, revoke, suspend};
use ground::testing::{Bed, system};
use ground::{Actor, both};
use web::testing::Reply;

use crate::bed::{ROOMS, Scene, day, rules};

async fn read(scene: &Scene, lang: &str) -> Reply {
    scene.house.get(&Actor::anonymous(), &format!("{}?lang={lang}", scene.page())).await
}

async fn says(scene: &Scene, vi: &[&str], en: &[&str]) {
    for (lang, wanted) in [("vi", vi), ("en", en)] {
        let reply = read(scene, lang).await;
        assert_eq!(reply.status, 200);
        for text in wanted {
            assert!(reply.text.contains(text), "{text} is not in\n{}", reply.text);
        }
        assert!(reply.text.len() < 60_000, "{} bytes", reply.text.len());
        for word in ["verdict-", "state-", "{ $", "<script", "style="] {
            assert!(!reply.text.contains(word), "{word} in\n{}", reply.text);
        }
    }
}

both!(a_valid_certificate_says_so_first, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    says(
        &scene,
        &[
            "<h1>Còn hiệu lực</h1>",
            "OCOP 3 sao, đến hết ngày 20/12/2027",
            "Sa Đéc Tửu",
            "xã Tân Quy Tây",
            "đến hết 30/06/2025",
            "phường Sa Đéc",
            "1850/QĐ-UBND",
            "Trả lời lúc",
        ],
        &["<h1>Valid</h1>", "until the end of 20/12/2027", "Sa Đéc ward", "since 01/07/2025"],
    )
    .await;
    let text = read(&scene, "vi").await.text;
    assert!(text.find("<h1>").unwrap() < text.find("Sa Đéc Tửu</h2>").unwrap());
});

both!(each_state_has_its_own_words_and_shape, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    bed.on(2027, 6, 23);
    says(&scene, &["Còn hiệu lực", "còn 180 ngày"], &["Valid", "180 days left"]).await;
    bed.on(2027, 12, 21);
    says(
        &scene,
        &["<h1>Đã hết hạn</h1>", "Trước đây 3 sao", "v--late"],
        &["<h1>Expired</h1>", "no longer an OCOP product"],
    )
    .await;
    bed.on(2026, 10, 14);
    suspend(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    says(&scene, &["<h1>Đang bị đình chỉ</h1>", "v--copy", "Quyết định đình chỉ"], &["<h1>Suspended</h1>"])
        .await;
    revoke(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    says(
        &scene,
        &["<h1>Đã bị thu hồi</h1>", "v--no", "77/QĐ-UBND", "Vi phạm pháp luật về chất lượng"],
        &["<h1>Revoked</h1>", "Breach of quality"],
    )
    .await;
});

both!(a_late_re_evaluation_and_a_newer_certificate_show, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    bed.on(2027, 11, 1);
    let application =
        scene.application(bed, &scene.owner(bed).await, dossier::application::Kind::First).await.id;
    file_re_evaluation(&bed.ground, &system(), scene.product.id, application).await.unwrap();
    says(&scene, &["đã nộp hồ sơ đánh giá lại"], &["has filed for re-evaluation"]).await;
    bed.on(2028, 1, 1);
    says(
        &scene,
        &["Còn hiệu lực", "chậm nhất đến hết ngày 17/06/2028"],
        &["Valid", "until the end of 17/06/2028"],
    )
    .await;
    let newer = certificate(bed, &scene.product, &scene.places.province, day("2028-01-01")).await;
    says(
        &scene,
        &["<h1>Đã có giấy mới</h1>", &format!("/c/{}", newer.code)],
        &["<h1>Replaced by a new certificate</h1>"],
    )
    .await;
});

both!(no_personal_datum_is_on_the_page_or_in_its_json, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    revoke(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    let page = read(&scene, "vi").await.text;
    let json = scene.house.json(&Actor::anonymous(), &scene.page()).await.text;
    let linked = linked(&scene).await.text;
    for text in [page, json, linked] {
        for personal in ["Nguyễn Văn An", "0918", "Ấp Tân Lập", "Biên bản", "officer"] {
            assert!(!text.contains(personal), "{personal} in {text}");
        }
    }
});

async fn linked(scene: &Scene) -> Reply {
    let request = axum::http::Request::get(scene.page()).header("accept", "application/ld+json");
    scene.house.send(&Actor::anonymous(), request.body(axum::body::Body::empty()).unwrap()).await
}

both!(machines_get_a_signed_statement_and_json_ld_at_the_same_address, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let answer = scene.house.json(&Actor::anonymous(), &scene.page()).await.text;
    let keys = scene.house.json(&Actor::anonymous(), "/.well-known/sen-keys.json").await.text;
    let keys = KeySet::parse(&keys).unwrap();
    let verified = verify(&answer, &keys, day("2026-10-14")).unwrap();
    assert_eq!((verified.state, verified.statement.product.as_str()), (State::Valid, "Sa Đéc Tửu"));
    assert!(verify(&answer.replace("\"stars\":3", "\"stars\":5"), &keys, day("2026-10-14")).is_err());
    let linked = linked(&scene).await;
    assert_eq!(linked.headers["content-type"], "application/ld+json");
    let linked: serde_json::Value = serde_json::from_str(&linked.text).unwrap();
    assert_eq!(linked["hasCertification"]["certificationStatus"], "https://schema.org/CertificationActive");
});

both!(an_unchanged_page_is_not_sent_again_and_a_changed_one_is, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let tag = read(&scene, "vi").await.headers["etag"].clone();
    let again = async || {
        let request = axum::http::Request::get(scene.page())
            .header("accept", "text/html")
            .header("if-none-match", tag.clone());
        scene
            .house
            .send(&Actor::anonymous(), request.body(axum::body::Body::empty()).unwrap())
            .await
            .status
            .as_u16()
    };
    assert_eq!(again().await, 304);
    revoke(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    assert_eq!(again().await, 200);
    assert_ne!(read(&scene, "vi").await.headers["etag"], tag);
});

both!(a_code_in_another_spelling_leads_to_the_one_address, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let spelled = format!("/c/{}", scene.certificate.code.printed().to_lowercase());
    let reply = scene.house.get(&Actor::anonymous(), &spelled).await;
    assert_eq!((reply.status.as_u16(), reply.location), (303, Some(scene.page())));
    let lost = scene.house.get(&Actor::anonymous(), "/c/7K3Q9M2TX").await;
    assert_eq!(lost.status, 404);
    assert!(lost.text.contains("/lookup?code=7K3Q9M2TX"), "{}", lost.text);
});

both!(a_decision_of_unknown_number_is_named_by_its_day, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let other = register::testing::product(bed, &scene.producer, 6, "Hủ tiếu khô").await;
    let place = &scene.places.old_province;
    let new = certificate::NewCertificate {
        decision_number: String::new(),
        ..certificate::testing::new_certificate(&other, place, day("2024-12-20"))
    };
    let row = certificate::issue(&bed.ground, &system(), new).await.unwrap();
    let kept = format!("/certificates/{}", row.id);
    let pages = [(Actor::anonymous(), format!("/c/{}", row.code)), (scene.officer(), kept)];
    for (reader, path) in &pages {
        for (lang, said) in [("vi", "Ngày 20/12/2024"), ("en", "Of 20/12/2024")] {
            let text = scene.house.get(reader, &format!("{path}?lang={lang}")).await.text;
            assert!(text.contains(said), "{path} {lang}: {text}");
            for nothing in ["Số ,", "Số  ", "No.  ", "Số  ·", "No. <", "Số <", "quyết định <", "decision <"]
            {
                assert!(!text.contains(nothing), "“{nothing}” on {path} {lang}: {text}");
            }
        }
    }
    let history = scene.house.get(&scene.officer(), &pages[1].1).await.text;
    assert!(history.contains("không rõ số"), "{history}");
});
