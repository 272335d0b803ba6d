//! The rooms these tests stand on, and shorthands.

use ground::testing::Bed;
use ground::{Actor, Day, GROUND, Room};
use register::place::PlaceId;
use register::producer::{Details, Disability, ProducerKind, Sex};
use web::testing::House;

pub use ground::testing::rules;

pub const ROOMS: &[Room] = &[GROUND, people::ROOM, register::ROOM];

pub fn house(bed: &Bed) -> House {
    let routes = register::routes().merge(people::routes(&[], register::scope_search));
    House::new(bed.ground.clone(), ROOMS, routes)
}

pub fn day(year: i16, month: i8, day: i8) -> Day {
    Day::new(year, month, day).unwrap()
}

/// A household with everything private filled in.
pub fn household(place: PlaceId, name: &str) -> Details {
    Details {
        kind: ProducerKind::Household,
        name: name.to_owned(),
        registration_number: Some("51A8-000777".to_owned()),
        registered_on: Some(day(2020, 5, 4)),
        registered_by: Some("UBND thành phố Sa Đéc".to_owned()),
        phone: Some("0277 386 1111".to_owned()),
        is_public_phone: false,
        email: Some("rieng@vidu.vn".to_owned()),
        address: "Khóm Tân Lập".to_owned(),
        place,
        representative_name: "Trần Thị Sáu".to_owned(),
        representative_title: Some("Chủ hộ".to_owned()),
        representative_address: Some("Số 9 hẻm Bí Mật".to_owned()),
        representative_sex: Some(Sex::Female),
        representative_ethnicity: Some("Khmer".to_owned()),
        representative_disability: Some(Disability::Yes),
    }
}

/// The form of a producer.
pub fn form<'a>(name: &'a str, place: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", name),
        ("kind", "household"),
        ("place", place),
        ("address", "Khóm Tân Lập"),
        ("representative_name", "Trần Thị Sáu"),
    ]
}

/// The key at the end of an address.
pub fn key(location: Option<&String>) -> String {
    location.unwrap().rsplit('/').next().unwrap().to_owned()
}

/// An actor with a consent of a producer.
pub fn acting(mut actor: Actor, consent: &people::consent::Consent) -> Actor {
    actor.consents.push(consent.on_behalf());
    actor
}
