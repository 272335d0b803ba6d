//! Signing in, and waiting after failures.

use axum::http::{StatusCode, header};
use ground::testing::{Bed, system};
use ground::{Lang, RefusalKind, both};
use people::account::{self, NewAccount};
use people::session::{Origin, sign_in};
use people::testing::{PASSWORD, administrator, person_with_password};

use crate::caller::{Caller, ROOMS, rules};
use crate::sessions::seconds_later;

both!(the_right_password_opens_a_session, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::new(bed);
    assert_eq!(van.get("/inbox").await.location(), "/sign-in?next=%2Finbox");
    let reply = van.post("/sign-in", &[("login", " Van.LH "), ("password", PASSWORD), ("next", "/me")]).await;
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/me"));
    assert!(van.get("/me").await.text.contains("Lê Hồng Vân"));
    assert_eq!(van.get("/sign-in?next=/consents").await.location(), "/consents");
});

both!(a_sign_in_never_leads_to_another_site, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    for next in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let form = [("login", "van.lh"), ("password", PASSWORD), ("next", next)];
        assert_eq!(Caller::new(bed).post("/sign-in", &form).await.location(), "/", "{next}");
    }
});

both!(unknown_closed_and_wrong_get_the_same_answer, rules(), ROOMS, async |bed: &Bed| {
    let boss = administrator(bed, ground::actor::PlaceId(bed.ground.clock.new_id()), "Quản trị").await;
    person_with_password(bed, "known", "A").await;
    let closed = person_with_password(bed, "gone", "B").await;
    account::disable(&bed.ground, &boss, closed).await.unwrap();
    let mut answers = Vec::new();
    for (login, password) in [("known", "không phải mật khẩu"), ("nobody", PASSWORD), ("gone", PASSWORD)]
    {
        let reply = Caller::new(bed).sign_in(login, password).await;
        assert!(!reply.text.contains(PASSWORD) && !reply.text.contains("không phải mật khẩu"));
        answers.push((reply.status, reply.text.replace(login, "LOGIN")));
    }
    assert_eq!(answers[0].0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answers[0].1.contains("Tên đăng nhập hoặc mật khẩu chưa đúng"));
    assert!(answers.iter().all(|answer| *answer == answers[0]));
});

both!(after_five_failures_a_login_waits_twice_as_long_each_time, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let from = Origin::default();
    for login in ["van.lh", "nobody"] {
        for _ in 0..5 {
            let refused = sign_in(&bed.ground, login, "sai", &from).await.unwrap_err();
            assert_eq!(refused.code, "sign-in-wrong");
        }
        for seconds in ["1", "2", "4"] {
            let refused = sign_in(&bed.ground, login, PASSWORD, &from).await.unwrap_err();
            assert_eq!((refused.kind, refused.code), (RefusalKind::TooMany, "sign-in-wait"));
            assert_eq!(refused.params, [("seconds", seconds.to_owned())]);
            seconds_later(bed, seconds.parse().unwrap());
            let refused = sign_in(&bed.ground, login, "sai", &from).await.unwrap_err();
            assert_eq!(refused.code, "sign-in-wrong", "{login} after {seconds}");
        }
    }
    seconds_later(bed, 8);
    sign_in(&bed.ground, "van.lh", PASSWORD, &from).await.unwrap();
    // All is forgiven: five more mistakes cost nothing.
    for _ in 0..4 {
        assert_eq!(sign_in(&bed.ground, "van.lh", "sai", &from).await.unwrap_err().code, "sign-in-wrong");
    }
    sign_in(&bed.ground, "van.lh", PASSWORD, &from).await.unwrap();
});

both!(an_address_that_tries_many_logins_waits, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let from = Origin { address: Some("198.51.100.7".to_owned()), agent: String::new() };
    for n in 0..31 {
        let refused = sign_in(&bed.ground, &format!("guess{n}"), "sai", &from).await.unwrap_err();
        assert_eq!(refused.code, "sign-in-wrong", "{n}");
    }
    let refused = sign_in(&bed.ground, "van.lh", PASSWORD, &from).await.unwrap_err();
    assert_eq!(refused.code, "sign-in-wait");
    let elsewhere = Origin { address: Some("198.51.100.8".to_owned()), agent: String::new() };
    sign_in(&bed.ground, "van.lh", PASSWORD, &elsewhere).await.unwrap();
});

both!(an_office_that_signs_in_properly_never_waits, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let from = Origin { address: Some("198.51.100.7".to_owned()), agent: String::new() };
    for _ in 0..35 {
        sign_in(&bed.ground, "van.lh", PASSWORD, &from).await.unwrap();
    }
});

both!(attempts_at_the_same_time_are_all_counted, rules(), ROOMS, async |bed: &Bed| {
    let from = Origin::default();
    let tries = (0..20).map(|_| sign_in(&bed.ground, "van.lh", "sai", &from));
    let refused = futures::future::join_all(tries).await;
    let judged = refused.iter().filter(|r| r.as_ref().unwrap_err().code == "sign-in-wrong").count();
    assert!(judged <= 5, "{judged} were judged");
});

both!(the_page_says_how_long_to_wait_and_keeps_the_login, rules(), ROOMS, async |bed: &Bed| {
    let mut caller = Caller::new(bed);
    for _ in 0..5 {
        caller.sign_in("van.lh", "sai").await;
    }
    let reply = caller.sign_in("van.lh", "sai").await;
    assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(reply.headers[header::RETRY_AFTER], "1");
    assert!(reply.text.contains("Chờ 1 giây") && reply.text.contains("value=\"van.lh\""));
});

both!(a_one_time_password_opens_only_the_page_that_changes_it, rules(), ROOMS, async |bed: &Bed| {
    let new = NewAccount {
        login: "moi".parse().unwrap(),
        name: "Người Mới".to_owned(),
        phone: None,
        lang: Lang::Vi,
        roles: Vec::new(),
    };
    let added = account::add(&bed.ground, &system(), new).await.unwrap();
    let mut caller = Caller::new(bed);
    assert_eq!(caller.sign_in("moi", &added.one_time_password).await.location(), "/me/password");
    assert_eq!(caller.get("/inbox").await.location(), "/sign-in?next=%2Finbox");
    assert_eq!(caller.get("/sign-in?next=%2Finbox").await.location(), "/me/password");
    let change = [("present", added.one_time_password.as_str()), ("new", PASSWORD), ("again", PASSWORD)];
    assert_eq!(caller.post_from("/me/password", "/me/password", &change).await.location(), "/inbox");
    assert_eq!(caller.get("/inbox").await.status, StatusCode::OK);
    let again = Caller::new(bed).sign_in("moi", &added.one_time_password).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
});

both!(a_one_time_password_runs_out_after_a_week, rules(), ROOMS, async |bed: &Bed| {
    let new = NewAccount {
        login: "moi".parse().unwrap(),
        name: "Người Mới".to_owned(),
        phone: None,
        lang: Lang::Vi,
        roles: Vec::new(),
    };
    let added = account::add(&bed.ground, &system(), new).await.unwrap();
    bed.on(2026, 10, 21);
    let refused = sign_in(&bed.ground, "moi", &added.one_time_password, &Origin::default()).await;
    assert_eq!(refused.unwrap_err().code, "sign-in-wrong");
});

both!(the_kept_language_comes_with_the_sign_in, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    van.post_from("/me", "/me/language", &[("lang", "en")]).await;
    let reply = Caller::new(bed).sign_in("van.lh", PASSWORD).await;
    let cookies: Vec<_> = reply.headers.get_all(header::SET_COOKIE).iter().collect();
    assert!(cookies.iter().any(|cookie| cookie.to_str().unwrap().starts_with("sen_lang=en;")));
});
