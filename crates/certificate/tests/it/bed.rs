//! The place: Sa Đéc with a cooperative, its spirit, its officer.

use certificate::certificate::CertificateRow;
use certificate::testing::certificate;
use dossier::application::{Application, Kind, NewApplication};
use ground::testing::Bed;
use ground::{Actor, Day, GROUND, Role, Room};
use register::producer::Producer;
use register::product::Product;
use register::testing::{Places, person, producer, product, sa_dec};
use sea_orm::{ConnectionTrait, Database};
use web::testing::House;

pub use ground::testing::rules;

pub const ROOMS: &[Room] =
    &[GROUND, people::ROOM, register::ROOM, dossier::ROOM, council::ROOM, certificate::ROOM];

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Writes past the rooms: for what is another room's to write, and not this one's to test.
pub async fn written(bed: &Bed, sql: &str) {
    Database::connect(&bed.ground.config.database).await.unwrap().execute_unprepared(sql).await.unwrap();
}

/// Lets every subscriber hear what there is to hear.
pub async fn hear(bed: &Bed) {
    let registry = ground::jobs::Registry::new([], certificate::ROOM.subscribers.iter().copied());
    while ground::jobs::due_now(&bed.ground, &registry).await.unwrap() {}
}

/// Sa Đéc Tửu, recognised on 20/12/2024 in xã Tân Quy Tây; today is 14/10/2026.
pub struct Scene {
    pub places: Places,
    pub producer: Producer,
    pub product: Product,
    pub certificate: CertificateRow,
    pub house: House,
}

impl Scene {
    pub async fn of(bed: &Bed) -> Self {
        let places = sa_dec(bed).await;
        let producer = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
        let product = product(bed, &producer, 14, "Sa Đéc Tửu").await;
        let certificate = certificate(bed, &product, &places.old_province, day("2024-12-20")).await;
        let house = House::new(bed.ground.clone(), ROOMS, certificate::routes());
        Self { places, producer, product, certificate, house }
    }

    pub fn officer(&self) -> Actor {
        person(1, Role::Officer, &self.places.province)
    }

    pub fn ward_officer(&self) -> Actor {
        person(2, Role::Officer, &self.places.sa_dec)
    }

    /// The producer's owner, with an account.
    pub async fn owner(&self, bed: &Bed) -> Actor {
        people::testing::owner(bed, self.producer.id, "Lê Văn Tửu").await
    }

    /// An application of the product, not yet filed.
    pub async fn application(&self, bed: &Bed, owner: &Actor, kind: Kind) -> Application {
        let new = NewApplication { product: self.product.id, kind };
        dossier::application::open(&bed.ground, owner, new).await.unwrap()
    }

    pub fn page(&self) -> String {
        format!("/c/{}", self.certificate.code)
    }
}
