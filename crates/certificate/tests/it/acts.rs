//! Suspension, lifting, revocation, pending re-evaluation: what they do to the state, day by day.

use certificate::certificate::{close_re_evaluation, file_re_evaluation};
use certificate::state::State;
use certificate::testing::{card, lift, revoke, suspend};
use dossier::application::Kind;
use ground::testing::{Bed, system};
use ground::{RefusalKind, both, journal};

use crate::bed::{ROOMS, Scene, day, hear, rules, written};

async fn state(bed: &Bed, scene: &Scene) -> State {
    card(bed, &scene.certificate).await.life().on(bed.ground.clock.today())
}

both!(a_suspension_holds_until_it_is_lifted, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    suspend(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    assert_eq!(state(bed, &scene).await, State::Suspended);
    lift(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    assert_eq!(state(bed, &scene).await, State::Valid);
});

both!(a_revocation_is_for_good_and_beats_the_last_day, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    revoke(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    let refused = lift(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap_err();
    assert_eq!(refused.kind, RefusalKind::NotAllowed);
    bed.on(2029, 1, 1);
    assert_eq!(state(bed, &scene).await, State::Revoked);
});

both!(a_pending_re_evaluation_keeps_it_alive_and_its_end_ends_it, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    bed.on(2027, 11, 1);
    let application = scene.application(bed, &scene.owner(bed).await, Kind::First).await.id;
    for _ in 0..2 {
        file_re_evaluation(&bed.ground, &system(), scene.product.id, application).await.unwrap();
    }
    bed.on(2028, 6, 17);
    assert_eq!(state(bed, &scene).await, State::InReEvaluation);
    bed.on(2028, 6, 18);
    assert_eq!(state(bed, &scene).await, State::Expired);
    bed.on(2028, 1, 1);
    close_re_evaluation(&bed.ground, &system(), scene.product.id, application).await.unwrap();
    assert_eq!(state(bed, &scene).await, State::Expired);
});

both!(a_dossier_that_is_filed_keeps_the_certificate_alive, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    bed.on(2027, 11, 1);
    let owner = scene.owner(bed).await;
    scene.application(bed, &owner, Kind::First).await;
    written(bed, "update application set stage = 'closed'").await;
    let application = scene.application(bed, &owner, Kind::ReEvaluation).await;
    hear(bed).await;
    assert!(!card(bed, &scene.certificate).await.is_pending);
    dossier::testing::mark_all(bed, &owner, application.id).await;
    let seen = dossier::testing::seen(bed, &owner, application.id).await;
    dossier::procedure::submit(&bed.ground, &owner, &seen, &[]).await.unwrap();
    hear(bed).await;
    assert!(card(bed, &scene.certificate).await.is_pending);
});

both!(two_who_decide_at_once_do_not_both_decide, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let seen = card(bed, &scene.certificate).await;
    revoke(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    let late = certificate::testing::suspend_as_seen(bed, &scene.officer(), &seen, day("2026-10-14")).await;
    assert_eq!(late.unwrap_err().kind, RefusalKind::Conflict);
});

both!(the_history_says_who_decided_and_hides_the_note_of_the_office, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    revoke(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    let key = scene.certificate.id.to_string();
    let lines =
        journal::of_record(&bed.ground.reader(), &scene.officer(), "certificate", &key).await.unwrap();
    assert_eq!(
        lines.iter().map(|line| line.intent.as_str()).collect::<Vec<_>>(),
        ["revoke-certificate", "issue-certificate"]
    );
    assert_eq!(lines[0].words["act"], "77/QĐ-UBND");
    assert!(!format!("{lines:?}").contains("Biên bản"));
});

both!(the_note_of_the_office_is_for_the_office, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    revoke(bed, &scene.officer(), &scene.certificate, day("2026-10-14")).await.unwrap();
    let path = format!("/certificates/{}", scene.certificate.id);
    assert!(scene.house.get(&scene.ward_officer(), &path).await.text.contains("Biên bản"));
    let owner = register::testing::owner(11, &scene.producer);
    for reply in [scene.house.get(&owner, &path).await, scene.house.json(&owner, &path).await] {
        assert_eq!(reply.status, 200);
        assert!(reply.text.contains("77/QĐ-UBND") && !reply.text.contains("Biên bản"), "{}", reply.text);
    }
});

both!(a_form_of_revocation_comes_back_with_what_was_typed, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let path = format!("/certificates/{}/revoke", scene.certificate.id);
    let form = [
        ("number", "77/QĐ-UBND"),
        ("on", "15/10/2026"),
        ("authority", "UBND tỉnh"),
        ("ground", "bad_weather"),
        ("concluded", "16/10/2026"),
    ];
    let reply = scene.house.post(&scene.officer(), &path, &form).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text.contains("77/QĐ-UBND"));
    for wanted in ["Ngày này phải trước hoặc đúng hôm nay", "Ngày kết luận phải trước", "Chọn một mục"]
    {
        assert!(reply.text.contains(wanted), "{wanted}");
    }
    let form = [
        ("number", "77/QĐ-UBND"),
        ("on", "14/10/2026"),
        ("authority", "UBND tỉnh"),
        ("ground", "law_violation"),
        ("concluded", "1/10/2026"),
    ];
    let reply = scene.house.post(&scene.officer(), &path, &form).await;
    assert_eq!(
        (reply.status.as_u16(), reply.location),
        (303, Some(format!("/certificates/{}", scene.certificate.id)))
    );
    assert_eq!(state(bed, &scene).await, State::Revoked);
});

both!(a_suspension_asks_for_its_decision_and_why_and_for_no_ground, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let path = format!("/certificates/{}/suspend", scene.certificate.id);
    let page = scene.house.get(&scene.officer(), &path).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Lý do đình chỉ") && !page.text.contains("name=\"ground\""), "{}", page.text);
    let mut form = vec![("number", "77/QĐ-UBND"), ("on", "14/10/2026"), ("authority", "UBND tỉnh")];
    let without = scene.house.post(&scene.officer(), &path, &form).await;
    assert_eq!(without.status, 422);
    assert!(
        without.text.contains("#f-reason\"") && !without.text.contains("#f-concluded"),
        "{}",
        without.text
    );
    form.push(("reason", "Tạm dừng đón khách để sửa cầu bến"));
    let done = scene.house.post(&scene.officer(), &path, &form).await;
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(state(bed, &scene).await, State::Suspended);
});

both!(a_revocation_later_than_15_days_after_the_conclusion_says_so, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let path = format!("/certificates/{}/revoke", scene.certificate.id);
    let form = [
        ("number", "78/QĐ-UBND"),
        ("on", "14/10/2026"),
        ("authority", "UBND tỉnh"),
        ("ground", "production_stopped"),
        ("concluded", "27/9/2026"),
    ];
    scene.house.post(&scene.officer(), &path, &form).await;
    let page = scene.house.get(&scene.officer(), &format!("/certificates/{}", scene.certificate.id)).await;
    assert!(page.text.contains("chậm 2 ngày so với hạn"), "{}", page.text);
});
