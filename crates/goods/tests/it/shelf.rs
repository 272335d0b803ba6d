//! The place: Sa Đéc with a cooperative, its spirit as a trade item, one lot of it.

use goods::item::{self, ItemCode, TradeItem, Unit};
use goods::lot::{self, Lot, LotCode};
use ground::testing::{Bed, system};
use ground::{GROUND, Resource, Room};
use register::producer::Producer;
use register::product::Product;
use register::testing::{Places, producer, product, sa_dec};
use sea_orm::Set;
use web::testing::House;

pub use ground::testing::rules;

pub const ROOMS: &[Room] = &[
    GROUND,
    people::ROOM,
    register::ROOM,
    dossier::ROOM,
    council::ROOM,
    certificate::ROOM,
    trace::ROOM,
    goods::ROOM,
];

/// A GTIN of the range that GS1 Vietnam gives out.
pub const GTIN: &str = "08935001700005";

pub struct Scene {
    pub places: Places,
    pub producer: Producer,
    pub product: Product,
    pub item: TradeItem,
    pub lot: Lot,
    pub house: House,
}

impl Scene {
    /// With a GTIN or without.
    pub async fn of(bed: &Bed, gtin: Option<&str>) -> Self {
        let places = sa_dec(bed).await;
        let producer = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
        let product = product(bed, &producer, 14, "Sa Đéc Tửu").await;
        let item = trade_item(bed, &producer, &product, gtin).await;
        let lot = a_lot(bed, &producer, &item, "L2610").await;
        let house = House::new(bed.ground.clone(), ROOMS, goods::routes());
        Self { places, producer, product, item, lot, house }
    }

    pub fn page(&self) -> String {
        format!("/goods/{}/lots/{}/labels", self.producer.id, self.lot.id)
    }
}

fn book(producer: &Producer) -> Resource {
    Resource::new("logbook", producer.id).places([producer.place_id]).producer(producer.id)
}

async fn trade_item(bed: &Bed, producer: &Producer, product: &Product, gtin: Option<&str>) -> TradeItem {
    let resource = book(producer);
    let mut change = bed.ground.change(&system(), "keep-logbook", &resource).await.unwrap();
    let row = item::ActiveModel {
        id: Set(change.new_id()),
        producer_id: Set(producer.id),
        product_id: Set(Some(product.id)),
        name: Set(product.name.clone()),
        folded: Set(product.folded.clone()),
        unit: Set(Unit::Piece),
        code: Set(ItemCode::of_random([7; 8])),
        gtin: Set(gtin.map(str::to_owned)),
        shelf_life_days: Set(Some(365)),
        standards: Set(None),
        version: Set(1),
    };
    let item = change.insert(row).await.unwrap();
    change.commit().await.unwrap();
    item
}

pub async fn a_lot(bed: &Bed, producer: &Producer, item: &TradeItem, code: &str) -> Lot {
    let resource = book(producer);
    let mut change = bed.ground.change(&system(), "log-entry", &resource).await.unwrap();
    let code = LotCode::parse(code).unwrap();
    let row = lot::ActiveModel {
        id: Set(change.new_id()),
        trade_item_id: Set(item.id),
        producer_id: Set(producer.id),
        uri: Set(lot::uri_of("https://sen.example", item, &code)),
        code: Set(code),
        made_on: Set(Some("2026-10-01".parse().unwrap())),
        expires_on: Set(Some("2027-10-01".parse().unwrap())),
        created_at: Set(change.at()),
    };
    let lot = change.insert(row).await.unwrap();
    change.commit().await.unwrap();
    lot
}
