//! For the tests of rooms above: the places of Sa Đéc before and after 1 July 2025, producers, products.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made is a failed test")]

use ground::actor::{PlaceId, ProducerId, UserId};
use ground::fold::fold;
use ground::testing::{Bed, system};
use ground::{Actor, Day, Resource, Role, RoleHeld, Scope};
use sea_orm::Set;

use crate::place::{self, Place, PlaceKind, store, succession};
use crate::producer::{self, Producer, ProducerKind};
use crate::product::{self, Product};

/// The places around Sa Đéc, before and after the mergers.
#[derive(Clone, Debug)]
pub struct Places {
    /// Việt Nam.
    pub country: Place,
    /// Tỉnh Đồng Tháp, code 87, until 1 July 2025.
    pub old_province: Place,
    /// Tỉnh Đồng Tháp, code 82, from 1 July 2025.
    pub province: Place,
    /// Thành phố Sa Đéc, code 867, until 1 July 2025.
    pub district: Place,
    /// Phường 1, code 29905, until 1 July 2025.
    pub ward_1: Place,
    /// Xã Tân Quy Tây, until 1 July 2025.
    pub tan_quy_tay: Place,
    /// Phường Tân Quy Đông, until 1 July 2025.
    pub tan_quy_dong: Place,
    /// Xã Tân Phú Đông, until 1 July 2025; now in xã Tân Dương.
    pub tan_phu_dong: Place,
    /// Phường Sa Đéc, code 29905, from 1 July 2025.
    pub sa_dec: Place,
    /// Xã Tân Dương, code 30214, from 1 July 2025.
    pub tan_duong: Place,
}

fn day(year: i16, month: i8, day: i8) -> Day {
    Day::new(year, month, day).unwrap()
}

/// Makes the places around Sa Đéc.
pub async fn sa_dec(bed: &Bed) -> Places {
    let (old, merged, first) = (day(2004, 7, 8), day(2025, 7, 1), day(1976, 7, 2));
    let ended = Some(merged);
    let new = async |code: &str,
                     titled: (PlaceKind, &str),
                     parent: Option<&Place>,
                     from: Day,
                     until: Option<Day>| {
        put(bed, code, titled, parent.map(|place| place.id), from, until).await
    };
    use PlaceKind::{Commune, Country, Province, ProvincialCity, Ward};
    let country = new("VN", (Country, "Việt Nam"), None, first, None).await;
    let old_province = new("87", (Province, "Đồng Tháp"), Some(&country), old, ended).await;
    let province = new("82", (Province, "Đồng Tháp"), Some(&country), merged, None).await;
    let district =
        new("867", (ProvincialCity, "Sa Đéc"), Some(&old_province), day(2013, 10, 14), ended).await;
    let former = async |code: &str, titled| new(code, titled, Some(&district), old, ended).await;
    let ward_1 = former("29905", (Ward, "1")).await;
    let tan_quy_tay = former("29920", (Commune, "Tân Quy Tây")).await;
    let tan_quy_dong = former("29917", (Ward, "Tân Quy Đông")).await;
    let tan_phu_dong = former("29923", (Commune, "Tân Phú Đông")).await;
    let sa_dec = new("29905", (Ward, "Sa Đéc"), Some(&province), merged, None).await;
    let tan_duong = new("30214", (Commune, "Tân Dương"), Some(&province), merged, None).await;
    for (before, after) in [
        (&old_province, &province),
        (&ward_1, &sa_dec),
        (&tan_quy_tay, &sa_dec),
        (&tan_quy_dong, &sa_dec),
        (&tan_phu_dong, &tan_duong),
    ] {
        follow(bed, before, after, merged).await;
    }
    Places {
        country,
        old_province,
        province,
        district,
        ward_1,
        tan_quy_tay,
        tan_quy_dong,
        tan_phu_dong,
        sa_dec,
        tan_duong,
    }
}

/// A commune by its full name, such as "Phường Sa Đéc", in a province.
pub async fn commune(bed: &Bed, titled: &str) -> Place {
    let from = day(2025, 7, 1);
    let (kind, name) = PlaceKind::split(titled, place::Level::Commune).unwrap();
    let known = place::by_code(&bed.ground.reader(), "82", from).await;
    let province = match known {
        Ok(province) => province,
        Err(_) => put(bed, "82", (PlaceKind::Province, "Đồng Tháp"), None, from, None).await,
    };
    put(bed, "29905", (kind, name), Some(province.id), from, None).await
}

async fn put(
    bed: &Bed,
    code: &str,
    (kind, name): (PlaceKind, &str),
    parent: Option<PlaceId>,
    from: Day,
    until: Option<Day>,
) -> Place {
    let id = PlaceId(bed.ground.clock.new_id());
    let resource = place::resource(id, &[id]);
    let mut change = bed.ground.change(&system(), "import-places", &resource).await.unwrap();
    let row = store::ActiveModel {
        id: Set(id),
        code: Set(code.to_owned()),
        kind: Set(kind),
        name: Set(name.to_owned()),
        folded: Set(store::folded(kind, name)),
        parent_id: Set(parent),
        from: Set(from),
        until: Set(until),
    };
    let place = change.insert(row).await.unwrap();
    change.commit().await.unwrap();
    place
}

async fn follow(bed: &Bed, before: &Place, after: &Place, on: Day) {
    let resource = place::resource(after.id, &[after.id]);
    let mut change = bed.ground.change(&system(), "import-places", &resource).await.unwrap();
    let row = succession::ActiveModel {
        id: Set(change.new_id()),
        predecessor_id: Set(before.id),
        successor_id: Set(after.id),
        on_day: Set(on),
        is_main: Set(true),
    };
    change.insert(row).await.unwrap();
    change.commit().await.unwrap();
}

/// A producer in a place: a cooperative with a representative and a phone.
pub async fn producer(bed: &Bed, place: &Place, name: &str) -> Producer {
    let id = ProducerId(bed.ground.clock.new_id());
    let resource = producer::resource_of(id, &[place.id]);
    let mut change = bed.ground.change(&system(), "register-producer", &resource).await.unwrap();
    let row = producer::store::ActiveModel {
        id: Set(id),
        kind: Set(ProducerKind::Cooperative),
        name: Set(name.to_owned()),
        folded: Set(producer::folded(name)),
        registration_number: Set(None),
        registration_key: Set(None),
        registered_on: Set(None),
        registered_by: Set(None),
        phone: Set(Some("0918 123 456".to_owned())),
        phone_key: Set(Some("0918123456".to_owned())),
        is_public_phone: Set(false),
        email: Set(None),
        address: Set("Ấp Tân Lập".to_owned()),
        place_id: Set(place.id),
        representative_name: Set("Nguyễn Văn An".to_owned()),
        representative_title: Set(Some("Giám đốc".to_owned())),
        representative_address: Set(None),
        representative_sex: Set(None),
        representative_ethnicity: Set(None),
        representative_disability: Set(None),
        version: Set(1),
    };
    let producer = change.insert(row).await.unwrap();
    change.say("name", name);
    change.commit().await.unwrap();
    producer
}

/// A product of a producer, made where the producer is.
pub async fn product(bed: &Bed, producer: &Producer, set: i32, name: &str) -> Product {
    let resource = producer::resource(producer, &[producer.place_id]);
    let mut change = bed.ground.change(&system(), "add-product", &resource).await.unwrap();
    let row = product::store::ActiveModel {
        id: Set(change.new_id()),
        producer_id: Set(producer.id),
        set_number: Set(set),
        name: Set(name.to_owned()),
        folded: Set(fold(name)),
        unit: Set(Some("chai 500 ml".to_owned())),
        story: Set(None),
        place_id: Set(producer.place_id),
        product_code: Set(None),
        code_place_id: Set(None),
        code_number: Set(None),
        version: Set(1),
    };
    let product = change.insert(row).await.unwrap();
    change.say("name", name);
    change.commit().await.unwrap();
    product
}

/// Someone who holds one role in a place.
pub fn person(n: u128, role: Role, place: &Place) -> Actor {
    let scope = Scope::Place(place.id);
    Actor {
        user: Some(UserId(uuid::Uuid::from_u128(n))),
        name: format!("{role} {n}"),
        roles: vec![RoleHeld { role, scope }],
        ..Actor::default()
    }
}

/// The owner of a producer.
pub fn owner(n: u128, producer: &Producer) -> Actor {
    let scope = Scope::Producer(producer.id);
    Actor {
        user: Some(UserId(uuid::Uuid::from_u128(n))),
        name: producer.representative_name.clone(),
        roles: vec![RoleHeld { role: Role::Owner, scope }],
        ..Actor::default()
    }
}

/// A resource of the installation's register, for policies about importing.
pub fn whole(place: &Place) -> Resource {
    place::resource(place.id, &[place.id])
}

/// Lets the public see a producer's phone.
pub async fn show_phone(bed: &Bed, producer: &Producer) -> Producer {
    let resource = producer::resource(producer, &[producer.place_id]);
    let mut change = bed.ground.change(&system(), "edit-producer", &resource).await.unwrap();
    let row = producer::store::ActiveModel {
        id: Set(producer.id),
        is_public_phone: Set(true),
        ..Default::default()
    };
    let producer = change.update(producer, row).await.unwrap();
    change.commit().await.unwrap();
    producer
}
