//! Sessions: what keeps one alive, what ends it, what it protects.

use axum::http::StatusCode;
use ground::both;
use ground::testing::Bed;
use people::session::ABSOLUTE_SECONDS;
use people::testing::{PASSWORD, administrator, person_with_password};

use crate::caller::{Caller, ROOMS, rules};

pub fn seconds_later(bed: &Bed, seconds: i64) {
    bed.ground.clock.stand_at(bed.ground.clock.now().plus_seconds(seconds));
}

async fn is_in(caller: &mut Caller) -> bool {
    caller.json("/me").await.status == StatusCode::OK
}

both!(a_session_ends_without_use, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let idle = i64::from(bed.ground.config.session_seconds);
    seconds_later(bed, idle - 1);
    assert!(is_in(&mut van).await, "used in time, it goes on");
    seconds_later(bed, idle - 1);
    assert!(is_in(&mut van).await, "and on");
    seconds_later(bed, idle);
    assert!(!is_in(&mut van).await);
});

both!(a_session_ends_after_a_day_however_busy_it_is, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    for _ in 0..23 {
        seconds_later(bed, 3_600);
        assert!(is_in(&mut van).await);
    }
    seconds_later(bed, ABSOLUTE_SECONDS - 23 * 3_600);
    assert!(!is_in(&mut van).await);
});

both!(signing_out_ends_the_session_and_not_only_the_cookie, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let mut copy = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let cookie = van.cookie().unwrap().to_owned();
    let csrf = van.get("/me").await.csrf();
    van.post("/sign-out", &[("csrf", &csrf)]).await;
    assert_eq!(van.cookie(), None);
    van.with_cookie(&cookie);
    assert!(!is_in(&mut van).await);
    assert!(is_in(&mut copy).await, "the other device stays");
});

both!(a_session_is_revoked_from_another_device, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut phone = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    seconds_later(bed, 1);
    let mut desk = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let page: serde_json::Value = serde_json::from_str(&desk.json("/me").await.text).unwrap();
    let other = page["sessions"].as_array().unwrap().iter().find(|s| s["current"] == false).unwrap();
    let end = format!("/me/sessions/{}/end", other["id"].as_str().unwrap());
    assert_eq!(desk.post_from("/me", &end, &[]).await.location(), "/me");
    assert!(!is_in(&mut phone).await && is_in(&mut desk).await);
});

both!(nobody_ends_a_strangers_session, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    person_with_password(bed, "khac", "Người Khác").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let page: serde_json::Value = serde_json::from_str(&van.json("/me").await.text).unwrap();
    let end = format!("/me/sessions/{}/end", page["sessions"][0]["id"].as_str().unwrap());
    let mut other = Caller::signed_in(bed, "khac", PASSWORD).await;
    assert_eq!(other.post_from("/me", &end, &[]).await.status, StatusCode::NOT_FOUND);
    assert!(is_in(&mut van).await);
});

both!(a_form_without_the_sessions_token_is_refused, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let mut other = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let foreign = other.get("/me").await.csrf();
    for token in ["", "guess", foreign.as_str()] {
        let reply = van.post("/me/language", &[("lang", "en"), ("csrf", token)]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{token}");
    }
    assert_eq!(van.post_from("/me", "/me/language", &[("lang", "en")]).await.location(), "/me");
});

both!(a_changed_password_ends_the_other_sessions, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut phone = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let mut desk = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let new = "một câu hoàn toàn khác";
    let wrong = [("present", "sai bét"), ("new", new), ("again", new)];
    let reply = desk.post_from("/me/password", "/me/password", &wrong).await;
    assert!(reply.status == StatusCode::UNPROCESSABLE_ENTITY && reply.text.contains("chưa đúng"));
    let right = [("present", PASSWORD), ("new", new), ("again", new)];
    assert_eq!(desk.post_from("/me/password", "/me/password", &right).await.location(), "/me");
    assert!(is_in(&mut desk).await && !is_in(&mut phone).await);
    assert_eq!(phone.sign_in("van.lh", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    phone.sign_in("van.lh", new).await;
    assert!(is_in(&mut phone).await);
});

both!(a_closed_account_is_out_at_once, rules(), ROOMS, async |bed: &Bed| {
    let boss = administrator(bed, ground::actor::PlaceId(bed.ground.clock.new_id()), "Quản trị").await;
    let id = person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    people::account::disable(&bed.ground, &boss, id).await.unwrap();
    assert!(!is_in(&mut van).await);
    people::account::enable(&bed.ground, &boss, id).await.unwrap();
    assert!(!is_in(&mut van).await, "the old session stays ended");
    van.sign_in("van.lh", PASSWORD).await;
    assert!(is_in(&mut van).await);
});

both!(reading_does_not_write_more_than_once_a_minute, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let seen = async |van: &mut Caller| {
        let page: serde_json::Value = serde_json::from_str(&van.json("/me").await.text).unwrap();
        page["sessions"][0]["seen"].as_str().unwrap().to_owned()
    };
    let first = seen(&mut van).await;
    seconds_later(bed, 59);
    assert_eq!(seen(&mut van).await, first);
    seconds_later(bed, 1);
    assert_ne!(seen(&mut van).await, first);
    let entries = ground::journal::verify(&bed.ground.reader()).await.unwrap().entries;
    seconds_later(bed, 3_600);
    seen(&mut van).await;
    assert_eq!(ground::journal::verify(&bed.ground.reader()).await.unwrap().entries, entries);
});

both!(staying_moves_the_end_of_the_session, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    let ends = |text: &str| text.split_once("session-ends\" content=\"").unwrap().1[..20].to_owned();
    let before = ends(&van.get("/me").await.text);
    seconds_later(bed, 30);
    assert_eq!(ends(&van.get("/me").await.text), before);
    assert_eq!(van.post_from("/me", "/session", &[]).await.location(), "/inbox");
    assert!(before < ends(&van.get("/me").await.text));
});
