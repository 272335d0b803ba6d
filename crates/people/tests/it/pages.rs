//! Pages in both languages, and every word they use.

use axum::http::StatusCode;
use ground::actor::{PlaceId, ProducerId};
use ground::testing::Bed;
use ground::{both, journal};
use people::testing::{PASSWORD, administrator, consent, person_with_password};
use std::path::Path;
use web::testing::House;

use crate::caller::{Caller, ROOMS, app, rules};

// Every key that a template or a source file names as a whole.
fn keys_named(folder: &Path, keys: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            keys_named(&path, keys);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for call in [".t(\"", ".t1(\"", "here.lang, \""] {
            for (at, _) in text.match_indices(call) {
                keys.push(text[at + call.len()..].split('"').next().unwrap().to_owned());
            }
        }
        for (call, prefix) in [
            ("wrong_state(\"", "refusal-"),
            ("RefusalKind::NotSignedIn, \"", "refusal-"),
            ("RefusalKind::TooMany, \"", "refusal-"),
            ("RefusalKind::Invalid, \"", "refusal-"),
        ] {
            for (at, _) in text.match_indices(call) {
                keys.push(format!("{prefix}{}", text[at + call.len()..].split('"').next().unwrap()));
            }
        }
    }
}

both!(every_word_that_is_named_exists, rules(), ROOMS, async |bed: &Bed| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut keys = Vec::new();
    keys_named(&root.join("src"), &mut keys);
    keys_named(&root.join("templates"), &mut keys);
    assert!(keys.len() > 100, "{}", keys.len());
    let app = app(bed);
    let missing: Vec<_> = keys.iter().filter(|key| !app.words.has(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let intents = bed.ground.access.intents();
    for intent in intents.iter().filter(|i| !i.starts_with("see-") && !i.starts_with("list-")) {
        assert!(app.words.has(&format!("journal-{intent}")), "journal-{intent}");
    }
    for role in ground::Role::ALL {
        assert!(app.words.has(&format!("role-{role}")), "role-{role}");
    }
});

both!(every_page_is_shown_in_both_languages, rules(), ROOMS, async |bed: &Bed| {
    let place = PlaceId(bed.ground.clock.new_id());
    let boss = administrator(bed, place, "Quản trị").await;
    let producer = ProducerId(bed.ground.clock.new_id());
    let given = consent(bed, &boss, producer, "HTX Tân Tây", &[place]).await;
    let account = format!("/accounts/{}", boss.user.unwrap());
    let house = House::new(bed.ground.clone(), ROOMS, people::routes(&[], people::role::no_scopes));
    for path in [
        "/sign-in",
        "/inbox",
        "/me",
        "/accounts",
        "/accounts/new",
        &account,
        "/consents",
        &format!("/consents/{}", given.id),
        "/keys",
        "/journal",
    ] {
        for (lang, sign) in [("vi", "lang=\"vi\""), ("en", "lang=\"en\"")] {
            let page = house.get(&boss, &format!("{path}?lang={lang}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.text.contains(&format!("<html {sign}")), "{path}");
            assert_eq!(page.text.matches("<h1").count(), 1, "{path} {lang}");
            assert!(!page.text.contains("journal-"), "{path} {lang}");
        }
        let json = house.json(&boss, path).await.text;
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{path}");
        for secret in ["password_hash", "token_hash", "argon2"] {
            assert!(!json.contains(secret), "{path} {secret}");
        }
    }
});

both!(the_password_page_says_what_is_wrong_at_its_field, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let mut van = Caller::signed_in(bed, "van.lh", PASSWORD).await;
    for (new, again, said) in [
        ("ngắn", "ngắn", "Điền ít nhất 12 ký tự"),
        ("matkhau123456", "matkhau123456", "nhiều người dùng"),
        ("lehongvan1990", "lehongvan1990", "Đừng lấy tên"),
        ("một câu khác hẳn", "một câu khác hẵn", "Hai lần nhập"),
        (PASSWORD, PASSWORD, "khác mật khẩu đang dùng"),
    ] {
        let form = [("present", PASSWORD), ("new", new), ("again", again)];
        let page = van.post_from("/me/password", "/me/password", &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains(said), "{new}");
        assert!(!page.text.contains(&format!("value=\"{new}\"")), "{new}");
    }
    let told = journal::recent(&bed.ground.reader(), &ground::testing::system()).await.unwrap();
    assert!(told.iter().all(|line| line.intent != "change-password"));
});
