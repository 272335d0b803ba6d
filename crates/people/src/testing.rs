//! The cast of tests: accounts with a role in a place, as actors.

#![allow(clippy::unwrap_used, reason = "a cast that cannot be made is a failed test")]

use ground::actor::{PlaceId, ProducerId, UserId};
use ground::testing::{Bed, system};
use ground::{Actor, Lang, Role, Scope};

use crate::account::{self, Login, NewAccount};
use crate::consent::{self, Consent, ConsentScope, HowGiven, NewConsent};
use crate::password::Hashed;
use crate::role::NewRole;

/// A password that [`person_with_password`] may be given; it passes the rules.
pub const PASSWORD: &str = "trời mưa ướt áo bà ba";

/// Someone with an account and no role, whose password opens nothing.
pub async fn person(bed: &Bed, name: &str) -> Actor {
    with_roles(bed, name, Vec::new()).await
}

/// Someone who signs in with [`PASSWORD`].
pub async fn person_with_password(bed: &Bed, login: &str, name: &str) -> UserId {
    let hashed = crate::password::hash(&bed.ground, PASSWORD).await.unwrap();
    add(bed, login.parse().unwrap(), name, Vec::new(), hashed).await
}

/// Someone who holds a role in a place.
pub async fn holder(bed: &Bed, role: Role, place: PlaceId, name: &str) -> Actor {
    with_roles(bed, name, vec![new_role(bed, role, Scope::Place(place))]).await
}

/// The officer in charge of OCOP in a place.
pub async fn officer(bed: &Bed, place: PlaceId, name: &str) -> Actor {
    holder(bed, Role::Officer, place, name).await
}

/// A union or ward volunteer in a place.
pub async fn volunteer(bed: &Bed, place: PlaceId, name: &str) -> Actor {
    holder(bed, Role::Volunteer, place, name).await
}

/// A leader in a place.
pub async fn leader(bed: &Bed, place: PlaceId, name: &str) -> Actor {
    holder(bed, Role::Leader, place, name).await
}

/// A member of a council of a place.
pub async fn council_member(bed: &Bed, place: PlaceId, name: &str) -> Actor {
    holder(bed, Role::CouncilMember, place, name).await
}

/// A council's secretary in a place.
pub async fn secretary(bed: &Bed, place: PlaceId, name: &str) -> Actor {
    holder(bed, Role::Secretary, place, name).await
}

/// A council's chair in a place.
pub async fn chair(bed: &Bed, place: PlaceId, name: &str) -> Actor {
    holder(bed, Role::Chair, place, name).await
}

/// A member of the advisory team in a place.
pub async fn advisory(bed: &Bed, place: PlaceId, name: &str) -> Actor {
    holder(bed, Role::Advisory, place, name).await
}

/// One who runs the installation.
pub async fn administrator(bed: &Bed, place: PlaceId, name: &str) -> Actor {
    holder(bed, Role::Administrator, place, name).await
}

/// One who owns or legally represents a producer.
pub async fn owner(bed: &Bed, producer: ProducerId, name: &str) -> Actor {
    with_roles(bed, name, vec![new_role(bed, Role::Owner, Scope::Producer(producer))]).await
}

/// A member of a producer.
pub async fn member(bed: &Bed, producer: ProducerId, name: &str) -> Actor {
    with_roles(bed, name, vec![new_role(bed, Role::Member, Scope::Producer(producer))]).await
}

/// The same account with what it may do by now: after a role or a consent was given.
pub async fn again(bed: &Bed, actor: &Actor) -> Actor {
    account::actor_of(&bed.ground, actor.user.unwrap()).await.unwrap()
}

/// A producer's consent, given today for a year, that an account acts for it.
pub async fn consent(bed: &Bed, to: &Actor, producer: ProducerId, name: &str, places: &[PlaceId]) -> Consent {
    let today = bed.ground.clock.today();
    let new = NewConsent {
        id: bed.ground.clock.new_id().into(),
        producer,
        producer_name: name.to_owned(),
        places: places.to_vec(),
        account: to.user.unwrap(),
        scope: ConsentScope::Everything,
        how_given: HowGiven::InPerson,
        witness: Some("Trần Thị Bảy, trưởng khóm".to_owned()),
        note: None,
        given_on: today,
        expires_on: today.plus_months(12),
    };
    let about = consent::resource(new.id, producer, places, new.account);
    let mut change = bed.ground.change(&system(), "give-consent", &about).await.unwrap();
    let consent = consent::give(&mut change, new, None).await.unwrap();
    change.commit().await.unwrap();
    consent
}

fn new_role(bed: &Bed, role: Role, scope: Scope) -> NewRole {
    let from = bed.ground.clock.today().plus_months(-120);
    NewRole { role, scope, scope_name: "Phường Sa Đéc".to_owned(), from, until: None }
}

async fn with_roles(bed: &Bed, name: &str, roles: Vec<NewRole>) -> Actor {
    // Of the key's random end: two of one name are two accounts.
    let login = format!("u{}", &bed.ground.clock.new_id().simple().to_string()[20..]);
    let id = add(bed, login.parse().unwrap(), name, roles, Hashed::none()).await;
    account::actor_of(&bed.ground, id).await.unwrap()
}

async fn add(bed: &Bed, login: Login, name: &str, roles: Vec<NewRole>, hashed: Hashed) -> UserId {
    let installation = ground::Resource::installation();
    let mut change = bed.ground.change(&system(), "add-account", &installation).await.unwrap();
    let new = NewAccount { login, name: name.to_owned(), phone: None, lang: Lang::Vi, roles };
    let account = account::create(&mut change, new, hashed, None).await.unwrap();
    change.commit().await.unwrap();
    account.id
}
