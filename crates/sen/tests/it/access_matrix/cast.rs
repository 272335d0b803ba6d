//! Who asks: every role where the thing lies and elsewhere, and those whom a record names.

use ground::actor::{ConsentId, PlaceId, ProducerId, UserId};
use ground::{Actor, Day, OnBehalf, Role, RoleHeld, Scope};

/// A person of a column, and what stands in the cell when they may.
pub(super) struct Person {
    pub(super) column: String,
    pub(super) mark: &'static str,
    pub(super) actor: Actor,
}

/// A key that is the same in every run.
fn key<T: std::str::FromStr>(n: u32) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("00000000-0000-7000-8000-{n:012}").parse().unwrap()
}

/// Where the thing lies, from the commune to the country.
pub(super) fn commune() -> PlaceId {
    key(1)
}

pub(super) fn province() -> PlaceId {
    key(2)
}

pub(super) fn country() -> PlaceId {
    key(3)
}

fn other_place() -> PlaceId {
    key(4)
}

/// Whose the thing is.
pub(super) fn producer() -> ProducerId {
    key(5)
}

fn other_producer() -> ProducerId {
    key(6)
}

/// The account that a record names as its own.
pub(super) fn own() -> UserId {
    key(10)
}

/// The accounts that sit in a council: a member, its secretary, its chair.
pub(super) fn seats() -> [UserId; 3] {
    [key(11), key(12), key(13)]
}

fn signed_in(user: UserId, roles: Vec<RoleHeld>) -> Actor {
    Actor { user: Some(user), name: "someone".to_owned(), roles, ..Actor::default() }
}

fn one(column: &str, actor: Actor) -> Person {
    Person { column: column.to_owned(), mark: "●", actor }
}

fn held(role: Role, scope: Scope, mark: &'static str) -> Person {
    let actor = signed_in(key(20), vec![RoleHeld { role, scope }]);
    Person { column: role.as_str().to_owned(), mark, actor }
}

pub(super) fn visitor() -> Person {
    one("visitor", Actor::anonymous())
}

/// Signed in, and nothing more.
pub(super) fn account() -> Person {
    one("account", signed_in(key(20), Vec::new()))
}

/// The account that the record names.
pub(super) fn the_own() -> Person {
    one("own", signed_in(own(), Vec::new()))
}

/// Those who sit in the council, by their seat alone.
pub(super) fn seated() -> Vec<Person> {
    let columns = ["seat: member", "seat: secretary", "seat: chair"];
    columns.iter().zip(seats()).map(|(column, user)| one(column, signed_in(user, Vec::new()))).collect()
}

/// Those who act for the producer: an account without a role, and the officer of the commune.
pub(super) fn by_consent() -> Vec<Person> {
    let consent = OnBehalf {
        producer: producer(),
        producer_name: "HTX".to_owned(),
        consent: key::<ConsentId>(30),
        given_on: Day::new(2026, 1, 5).unwrap(),
    };
    let officer = RoleHeld { role: Role::Officer, scope: Scope::Place(commune()) };
    let with = |roles| Actor { consents: vec![consent.clone()], ..signed_in(key(20), roles) };
    vec![one("consent", with(Vec::new())), one("officer + consent", with(vec![officer]))]
}

/// One role, wherever it can be held.
pub(super) fn holders(role: Role) -> Vec<Person> {
    if matches!(role, Role::Owner | Role::Member) {
        let scopes = [(Scope::Producer(producer()), "O"), (Scope::Producer(other_producer()), "F")];
        return scopes.into_iter().map(|(scope, mark)| held(role, scope, mark)).collect();
    }
    let places = [(commune(), "C"), (province(), "P"), (country(), "N"), (other_place(), "E")];
    places.into_iter().map(|(place, mark)| held(role, Scope::Place(place), mark)).collect()
}
