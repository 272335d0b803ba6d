//! Accounts and their roles.

use axum::http::StatusCode;
use ground::actor::PlaceId;
use ground::journal::of_record;
use ground::testing::{Bed, system};
use ground::{Lang, RefusalKind, Role, Scope, both};
use people::account::{self, NewAccount};
use people::role::{self, NewRole};
use people::testing::{PASSWORD, administrator, again, officer, person, person_with_password};
use web::testing::House;

use crate::caller::{ROOMS, rules};

fn place(bed: &Bed) -> PlaceId {
    PlaceId(bed.ground.clock.new_id())
}

fn house(bed: &Bed) -> House {
    House::new(bed.ground.clone(), ROOMS, people::routes(&[], found))
}

fn found<'a>(
    here: &'a web::Here,
    text: &'a str,
    producers: bool,
) -> std::pin::Pin<Box<dyn Future<Output = ground::Result<Vec<role::ScopeFound>>> + Send + 'a>> {
    let _ = here;
    let one = role::ScopeFound {
        scope: Scope::Place(PlaceId(sea_orm::prelude::Uuid::from_u128(7))),
        name: "Phường Sa Đéc".to_owned(),
        detail: "tỉnh Đồng Tháp".to_owned(),
    };
    let matches = !producers && ground::fold::fold("Phường Sa Đéc").contains(&ground::fold::fold(text));
    Box::pin(async move { Ok(if matches { vec![one] } else { Vec::new() }) })
}

fn new_role(bed: &Bed, role: Role, scope: Scope) -> NewRole {
    let from = bed.ground.clock.today();
    NewRole { role, scope, scope_name: "Phường Sa Đéc".to_owned(), from, until: None }
}

both!(a_role_is_held_from_its_first_day_to_its_last, rules(), ROOMS, async |bed: &Bed| {
    let (boss, van, at) =
        (administrator(bed, place(bed), "Quản trị").await, person(bed, "Vân").await, place(bed));
    let today = bed.ground.clock.today();
    let new = NewRole {
        from: today.plus_days(1),
        until: Some(today.plus_days(3)),
        ..new_role(bed, Role::Officer, Scope::Place(at))
    };
    role::give(&bed.ground, &boss, van.user.unwrap(), new).await.unwrap();
    for (day, held) in [(14, false), (15, true), (16, true), (17, false)] {
        bed.on(2026, 10, day);
        assert_eq!(again(bed, &van).await.places_as(Role::Officer).any(|p| p == at), held, "{day}");
    }
});

both!(an_ended_role_is_gone_at_once_and_its_history_stays, rules(), ROOMS, async |bed: &Bed| {
    let (boss, at) = (administrator(bed, place(bed), "Quản trị").await, place(bed));
    let van = officer(bed, at, "Vân").await;
    assert!(van.is(Role::Officer));
    let held = role::of_account(&bed.ground.reader(), van.user.unwrap()).await.unwrap();
    role::end(&bed.ground, &boss, van.user.unwrap(), held[0].id).await.unwrap();
    assert!(!again(bed, &van).await.is(Role::Officer));
    let refused = role::end(&bed.ground, &boss, van.user.unwrap(), held[0].id).await.unwrap_err();
    assert_eq!(refused.code, "role-ended");
    let key = van.user.unwrap().to_string();
    let history = of_record(&bed.ground.reader(), &boss, "account", &key).await.unwrap();
    assert_eq!((history[0].intent.as_str(), history[0].words["role"].as_str()), ("end-role", "officer"));
});

both!(a_role_of_a_producer_is_not_held_in_a_place, rules(), ROOMS, async |bed: &Bed| {
    let (boss, van) = (administrator(bed, place(bed), "Quản trị").await, person(bed, "Vân").await);
    let new = new_role(bed, Role::Owner, Scope::Place(place(bed)));
    let refused = role::give(&bed.ground, &boss, van.user.unwrap(), new).await.unwrap_err();
    assert_eq!(refused.fields[0].code, "role-scope");
});

both!(a_login_is_taken_once_however_it_is_written, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let new = NewAccount {
        login: "VAN.LH".parse().unwrap(),
        name: "Vân".to_owned(),
        phone: None,
        lang: Lang::Vi,
        roles: Vec::new(),
    };
    let refused = account::add(&bed.ground, &system(), new).await.unwrap_err();
    assert_eq!((refused.kind, refused.fields[0].code), (RefusalKind::Invalid, "login-taken"));
});

both!(the_journal_never_holds_a_hash_of_a_password, rules(), ROOMS, async |bed: &Bed| {
    person_with_password(bed, "van.lh", "Lê Hồng Vân").await;
    let from = people::session::Origin::default();
    people::session::sign_in(&bed.ground, "van.lh", PASSWORD, &from).await.unwrap();
    let told = ground::journal::recent(&bed.ground.reader(), &system()).await.unwrap();
    assert_eq!(told.len(), 2);
    let text = format!("{told:?}");
    assert!(!text.contains("argon2") && text.contains("token_hash\": String(\"•\")"), "{text}");
});

both!(an_account_is_opened_and_given_a_role_on_pages, rules(), ROOMS, async |bed: &Bed| {
    let (boss, house) = (administrator(bed, place(bed), "Quản trị").await, house(bed));
    let again = house.post(&boss, "/accounts", &[("name", "Lê Hồng Vân"), ("login", "Vân!")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("value=\"Lê Hồng Vân\"") && again.text.contains("chữ thường không dấu"));
    let made = house.post(&boss, "/accounts", &[("name", "Lê Hồng Vân"), ("login", "van.lh")]).await;
    assert_eq!(made.status, StatusCode::OK);
    assert!(made.text.contains("Mật khẩu dùng một lần"));
    let van = account::by_login(&bed.ground.reader(), "van.lh").await.unwrap().unwrap();
    let form = format!("/accounts/{}/roles", van.id);
    let searched = house.get(&boss, &format!("{form}?role=officer&q=sa+dec")).await;
    assert!(searched.text.contains("Phường Sa Đéc"));
    let unchosen = [("role", "officer"), ("q", "sa dec"), ("scope", "place:x"), ("from", "14/10/2026")];
    assert_eq!(house.post(&boss, &form, &unchosen).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let scope = "place:00000000-0000-0000-0000-000000000007";
    let chosen = [("role", "officer"), ("q", "sa dec"), ("scope", scope), ("from", "14/10/2026")];
    let given = house.post(&boss, &form, &chosen).await;
    assert_eq!(given.location.as_deref(), Some(format!("/accounts/{}", van.id).as_str()), "{}", given.text);
    let listed = house.get(&boss, "/accounts?q=hong+van").await;
    assert!(listed.text.contains("Cán bộ OCOP, Phường Sa Đéc"));
});

both!(strangers_see_no_accounts, rules(), ROOMS, async |bed: &Bed| {
    let (house, at) = (house(bed), place(bed));
    let (van, other) = (officer(bed, at, "Vân").await, officer(bed, at, "Người Khác").await);
    assert_eq!(house.get(&van, "/accounts").await.status, StatusCode::FORBIDDEN);
    assert_eq!(house.get(&van, "/journal").await.status, StatusCode::FORBIDDEN);
    let address = format!("/accounts/{}", other.user.unwrap());
    assert_eq!(house.get(&van, &address).await.status, StatusCode::NOT_FOUND);
    let own = format!("/accounts/{}", van.user.unwrap());
    assert_eq!(house.get(&van, &own).await.status, StatusCode::OK);
});

both!(names_and_holders_are_found_in_one_go, rules(), ROOMS, async |bed: &Bed| {
    let at = place(bed);
    let (van, an) = (officer(bed, at, "Lê Hồng Vân").await, officer(bed, at, "Trần An").await);
    officer(bed, place(bed), "Nơi Khác").await;
    let today = bed.ground.clock.today();
    let reader = bed.ground.reader();
    let holders = account::holders(&reader, Role::Officer, &[at], today).await.unwrap();
    let expected = [(van.user.unwrap(), "Lê Hồng Vân"), (an.user.unwrap(), "Trần An")];
    assert_eq!(holders, expected.map(|(id, name)| (id, name.to_owned())));
    let names = account::names(&reader, &[van.user.unwrap(), an.user.unwrap()]).await.unwrap();
    assert_eq!(names[&an.user.unwrap()], "Trần An");
    assert_eq!(account::name_of(&reader, van.user.unwrap()).await.unwrap().as_deref(), Some("Lê Hồng Vân"));
});
