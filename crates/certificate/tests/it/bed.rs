//! The place: Sa Đéc with a cooperative, its spirit, its officer.

use certificate::certificate::CertificateRow;
use certificate::testing::certificate;
use ground::testing::Bed;
use ground::{Actor, Day, GROUND, Role, Room};
use register::producer::Producer;
use register::product::Product;
use register::testing::{Places, person, producer, product, sa_dec};
use web::testing::House;

pub use ground::testing::rules;

pub const ROOMS: &[Room] = &[GROUND, register::ROOM, certificate::ROOM];

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
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

    pub fn page(&self) -> String {
        format!("/c/{}", self.certificate.code)
    }
}
