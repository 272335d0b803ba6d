//! API keys: recognised while they live, with the rights of their account within their scopes.

use axum::http::StatusCode;
use ground::actor::PlaceId;
use ground::testing::{Bed, system};
use ground::{Role, both};
use people::key::{self, NewKey, READ, WRITE};
use people::testing::{administrator, officer, person};

use crate::caller::{Caller, ROOMS, rules};

fn new(scopes: &[&str], account: Option<ground::actor::UserId>) -> NewKey {
    NewKey {
        name: "Cân điện tử".to_owned(),
        scopes: scopes.iter().map(|s| (*s).to_owned()).collect(),
        account,
    }
}

both!(a_key_lends_the_rights_of_its_account_within_its_scopes, rules(), ROOMS, async |bed: &Bed| {
    let place = PlaceId(bed.ground.clock.new_id());
    let boss = administrator(bed, place, "Quản trị").await;
    let mut caller = Caller::new(bed);
    for (scopes, reads, writes) in [
        (&[READ][..], StatusCode::OK, StatusCode::FORBIDDEN),
        (&[WRITE], StatusCode::FORBIDDEN, StatusCode::UNPROCESSABLE_ENTITY),
        (&["trace:capture"], StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
    ] {
        let made = key::create(&bed.ground, &system(), new(scopes, boss.user)).await.unwrap();
        caller.bearer = Some(made.token);
        assert_eq!(caller.json("/accounts").await.status, reads, "{scopes:?}");
        let form = [("name", "Một người"), ("login", "không được")];
        assert_eq!(caller.post("/accounts", &form).await.status, writes, "{scopes:?}");
    }
});

both!(a_wrong_and_a_revoked_key_are_unauthorised, rules(), ROOMS, async |bed: &Bed| {
    let made = key::create(&bed.ground, &system(), new(&[READ], None)).await.unwrap();
    let mut caller = Caller::new(bed);
    caller.bearer = Some(format!("{}x", made.token));
    let refused = caller.json("/me").await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert_eq!(refused.headers["www-authenticate"], "Bearer");
    assert_eq!(refused.headers["content-type"], "application/problem+json");
    caller.bearer = Some(made.token.clone());
    assert_ne!(caller.json("/consents").await.status, StatusCode::UNAUTHORIZED);
    key::revoke(&bed.ground, &system(), made.key.id).await.unwrap();
    assert_eq!(caller.json("/consents").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(key::actor_of_key(&bed.ground, &made.token).await.unwrap_err().code, "key-unknown");
});

both!(a_key_without_an_account_is_somebody_without_roles, rules(), ROOMS, async |bed: &Bed| {
    let made = key::create(&bed.ground, &system(), new(&["trace:capture", READ], None)).await.unwrap();
    let caller = key::actor_of_key(&bed.ground, &made.token).await.unwrap();
    assert!(caller.scopes.has("trace:capture") && !caller.scopes.has("trace:query"));
    assert!(caller.actor.user.is_some() && caller.actor.roles.is_empty());
    let van = officer(bed, PlaceId(bed.ground.clock.new_id()), "Vân").await;
    let made = key::create(&bed.ground, &system(), new(&[READ], van.user)).await.unwrap();
    let caller = key::actor_of_key(&bed.ground, &made.token).await.unwrap();
    assert!(caller.actor.is(Role::Officer) && caller.actor.name == "Vân (Cân điện tử)");
});

both!(only_administrators_make_keys_and_of_known_scopes, rules(), ROOMS, async |bed: &Bed| {
    let boss = administrator(bed, PlaceId(bed.ground.clock.new_id()), "Quản trị").await;
    let van = person(bed, "Vân").await;
    assert_eq!(key::create(&bed.ground, &van, new(&[READ], None)).await.unwrap_err().code, "not-allowed");
    let made = key::create(&bed.ground, &boss, new(&[READ], None)).await.unwrap();
    assert!(made.token.starts_with("sen_") && made.token.starts_with(&made.key.hint));
    assert!(!made.key.token_hash.contains(&made.token));
    for scopes in [&["all"][..], &[]] {
        let refused = key::create(&bed.ground, &boss, new(scopes, None)).await.unwrap_err();
        assert_eq!(refused.fields[0].field, "scopes");
    }
});
