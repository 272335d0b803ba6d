//! Who may do what: role × intent × thing, with what is expected; whatever is not listed is refused.

use ground::actor::{ConsentId, PlaceId, ProducerId, UserId};
use ground::testing::{Bed, system};
use ground::{Actor, Resource, Role, RoleHeld, Scope, both};
use people::{account, consent};
use sea_orm::prelude::Uuid;

use crate::caller::{ROOMS, rules};

const COMMUNE: PlaceId = PlaceId(Uuid::from_u128(1));
const PROVINCE: PlaceId = PlaceId(Uuid::from_u128(2));
const ELSEWHERE: PlaceId = PlaceId(Uuid::from_u128(3));
const PRODUCER: ProducerId = ProducerId(Uuid::from_u128(4));
const OTHER: ProducerId = ProducerId(Uuid::from_u128(5));

fn user(n: u128, roles: &[(Role, Scope)]) -> Actor {
    Actor {
        user: Some(UserId(Uuid::from_u128(n))),
        name: format!("user {n}"),
        roles: roles.iter().map(|(role, scope)| RoleHeld { role: *role, scope: *scope }).collect(),
        ..Actor::default()
    }
}

// Everyone there is, by the name under which the table expects them.
fn cast() -> Vec<(String, Actor)> {
    let mut cast = vec![
        ("visitor".to_owned(), Actor::anonymous()),
        ("program".to_owned(), system()),
        ("nobody".to_owned(), user(10, &[])),
        ("self".to_owned(), user(11, &[])),
    ];
    for (n, role) in Role::ALL.iter().enumerate() {
        for (m, (word, place)) in
            [("commune", COMMUNE), ("province", PROVINCE), ("elsewhere", ELSEWHERE)].into_iter().enumerate()
        {
            let n = 100 + 10 * n as u128 + m as u128;
            cast.push((format!("{role} of {word}"), user(n, &[(*role, Scope::Place(place))])));
        }
    }
    for (n, (word, producer)) in [("producer", PRODUCER), ("other", OTHER)].into_iter().enumerate() {
        let n = 900 + n as u128;
        cast.push((format!("owner of {word}"), user(n, &[(Role::Owner, Scope::Producer(producer))])));
        cast.push((format!("member of {word}"), user(n + 10, &[(Role::Member, Scope::Producer(producer))])));
    }
    cast
}

fn holds(bed: &Bed, intent: &str, thing: &Resource, expected: &[&str]) {
    let administrators =
        ["administrator of commune", "administrator of province", "administrator of elsewhere"];
    for (name, actor) in cast() {
        let is_expected = name == "program"
            || expected.contains(&name.as_str())
            || expected.contains(&"administrators") && administrators.contains(&name.as_str());
        let allowed = bed.ground.access.allows(&actor, intent, thing);
        assert_eq!(allowed, is_expected, "{name} {intent} {}", thing.noun);
    }
}

both!(only_administrators_keep_accounts_and_keys, rules(), ROOMS, async |bed: &Bed| {
    for intent in ["list-accounts", "add-account", "list-keys", "add-key", "revoke-key", "see-journal"] {
        holds(bed, intent, &Resource::installation(), &["administrators"]);
    }
    let account = account::resource(UserId(Uuid::from_u128(11)));
    for intent in ["give-role", "end-role", "disable-account", "enable-account", "reset-password"] {
        holds(bed, intent, &account, &["administrators"]);
    }
});

both!(what_is_ones_own_is_for_oneself, rules(), ROOMS, async |bed: &Bed| {
    let account = account::resource(UserId(Uuid::from_u128(11)));
    for intent in ["sign-in", "sign-out", "change-password", "keep-language"] {
        holds(bed, intent, &account, &["self"]);
    }
    for intent in ["see-account", "end-session"] {
        holds(bed, intent, &account, &["self", "administrators"]);
    }
});

both!(an_administrator_widens_no_rights_of_the_own_account, rules(), ROOMS, async |bed: &Bed| {
    let boss = user(11, &[(Role::Administrator, Scope::Place(COMMUNE))]);
    let own = account::resource(boss.user.unwrap());
    for intent in ["give-role", "end-role", "disable-account", "enable-account", "reset-password"] {
        assert!(!bed.ground.access.allows(&boss, intent, &own), "{intent}");
    }
});

both!(
    consent_is_recorded_in_the_place_and_withdrawn_by_those_it_touches,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let holder = UserId(Uuid::from_u128(11));
        let thing = consent::resource(ConsentId(Uuid::from_u128(9)), PRODUCER, &[COMMUNE, PROVINCE], holder);
        let desks =
            ["officer of commune", "officer of province", "volunteer of commune", "volunteer of province"];
        holds(bed, "give-consent", &thing, &desks);
        let mut seen = desks.to_vec();
        seen.extend(["self", "owner of producer", "member of producer"]);
        holds(bed, "see-consent", &thing, &seen);
        let withdraw = ["self", "owner of producer", "officer of commune", "officer of province"];
        holds(bed, "withdraw-consent", &thing, &withdraw);
    }
);

both!(every_intent_of_the_room_is_in_this_table, rules(), ROOMS, async |bed: &Bed| {
    let text = include_str!("access.rs");
    for intent in bed.ground.access.intents().iter().filter(|intent| *intent != "see-jobs") {
        assert!(text.contains(&format!("\"{intent}\"")), "{intent} is not in the table");
    }
});
