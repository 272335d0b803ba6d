//! The place: a cooperative with its spirit, a trade item of it, a lot, and a certificate.

use axum::body::Body;
use axum::http::Request;
use certificate::Code;
use certificate::certificate::CertificateRow;
use certificate::testing::certificate;
use goods::item::{self, ItemCode, TradeItem, Unit};
use goods::link::{LinkType, NewLink};
use goods::lot::{self, Lot, LotCode};
use ground::testing::{Bed, system};
use ground::{Actor, Resource, Room};
use register::producer::Producer;
use register::product::Product;
use register::testing::{Places, owner, producer, product, sa_dec};
use sea_orm::Set;
use serde_json::Value;
use web::testing::{House, Reply};

pub use crate::bed::ROOMS;
pub use ground::testing::rules;

// Its words are the house's, as those of the rooms are.
const GS1: Room = Room {
    name: "gs1",
    tables: &[],
    migrations: &[],
    policies: ground::access::RoomPolicies { room: "gs1", schema: "", policies: "" },
    words: gs1::WORDS,
    workers: &[],
    subscribers: &[],
};

/// A GTIN of the range that GS1 Vietnam gives out.
pub const GTIN: &str = "08935001700005";
/// The browser of a person.
pub const BROWSER: (&str, &str) =
    ("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
/// A machine that wants the linkset.
pub const LINKSET: (&str, &str) = ("accept", "application/linkset+json");

pub struct Scene {
    pub places: Places,
    pub producer: Producer,
    pub product: Product,
    pub item: TradeItem,
    pub lot: Lot,
    pub house: House,
    pub root: String,
}

impl Scene {
    /// Without a certificate.
    pub async fn of(bed: &Bed) -> Self {
        let places = sa_dec(bed).await;
        let producer = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
        let product = product(bed, &producer, 14, "Sa Đéc Tửu").await;
        let item = trade_item(bed, &producer, Some(&product), Some(GTIN), 7).await;
        let lot = a_lot(bed, &item, "L2610").await;
        let rooms: Vec<Room> = ROOMS.iter().copied().chain([GS1]).collect();
        let app = House::new(bed.ground.clone(), &rooms, axum::Router::new()).app;
        let routes = goods::routes().merge(goods::public_routes(&app));
        let house = House::new(bed.ground.clone(), &rooms, routes);
        let root = bed.ground.config.public_url.trim_end_matches('/').to_owned();
        Self { places, producer, product, item, lot, house, root }
    }

    pub async fn certificate(&self, bed: &Bed) -> CertificateRow {
        certificate(bed, &self.product, &self.places.old_province, "2024-12-20".parse().unwrap()).await
    }

    pub fn owner(&self) -> Actor {
        owner(5, &self.producer)
    }

    /// The page behind the QR, as the resolver names it.
    pub fn page(&self, rest: &str) -> String {
        format!("{}/l/{}{rest}", self.root, self.item.code)
    }

    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let request =
            headers.iter().fold(Request::builder().method(method).uri(path), |request, (name, value)| {
                request.header(*name, *value)
            });
        self.house.send(&Actor::anonymous(), request.body(Body::empty()).unwrap()).await
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[]).await
    }

    /// Where a link of a type leads, with what the request says beside.
    pub async fn leads(&self, path: &str, headers: &[(&str, &str)]) -> String {
        let reply = self.ask("GET", path, headers).await;
        assert_eq!(reply.status, 307, "{path}: {}", reply.text);
        reply.location.unwrap()
    }

    pub async fn linkset(&self, path: &str) -> Value {
        let reply = self.ask("GET", path, &[LINKSET]).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        serde_json::from_str(&reply.text).unwrap()
    }

    pub fn links(&self) -> String {
        format!("/goods/{}/items/{}/links", self.producer.id, self.item.id)
    }

    pub async fn add(&self, bed: &Bed, new: NewLink) -> goods::link::ItemLink {
        goods::link::add(&bed.ground, &system(), self.producer.id, self.item.id, &new).await.unwrap()
    }
}

/// A link in a language.
pub fn a_link(kind: LinkType, href: &str, hreflang: &[&str]) -> NewLink {
    NewLink {
        lot: None,
        kind,
        href: href.to_owned(),
        title: format!("{kind} {}", hreflang.join(" ")),
        hreflang: hreflang.iter().map(|tag| (*tag).to_owned()).collect(),
        media_type: None,
        context: Vec::new(),
        is_default: false,
    }
}

fn logbook(producer: &Producer) -> Resource {
    Resource::new("logbook", producer.id).places([producer.place_id]).producer(producer.id)
}

pub async fn trade_item(
    bed: &Bed,
    producer: &Producer,
    product: Option<&Product>,
    gtin: Option<&str>,
    seed: u8,
) -> TradeItem {
    let mut change = bed.ground.change(&system(), "keep-logbook", &logbook(producer)).await.unwrap();
    let name = product.map_or_else(|| format!("Nếp {seed}"), |product| product.name.clone());
    let row = item::ActiveModel {
        id: Set(change.new_id()),
        producer_id: Set(producer.id),
        product_id: Set(product.map(|product| product.id)),
        folded: Set(ground::fold::fold(&name)),
        name: Set(name),
        unit: Set(Unit::Piece),
        code: Set(ItemCode::of_random([seed; 8])),
        gtin: Set(gtin.map(str::to_owned)),
        shelf_life_days: Set(Some(365)),
        standards: Set(None),
        version: Set(1),
    };
    let item = change.insert(row).await.unwrap();
    change.commit().await.unwrap();
    item
}

pub async fn a_lot(bed: &Bed, item: &TradeItem, code: &str) -> Lot {
    let producer = register::producer::load(&bed.ground.reader(), item.producer_id).await.unwrap();
    let mut change = bed.ground.change(&system(), "log-entry", &logbook(&producer)).await.unwrap();
    let code = LotCode::parse(code).unwrap();
    let row = lot::ActiveModel {
        id: Set(change.new_id()),
        trade_item_id: Set(item.id),
        producer_id: Set(item.producer_id),
        uri: Set(lot::uri_of(&bed.ground.config.public_url, item, &code)),
        code: Set(code),
        made_on: Set(None),
        expires_on: Set(None),
        created_at: Set(change.at()),
    };
    let lot = change.insert(row).await.unwrap();
    change.commit().await.unwrap();
    lot
}

/// A code that is one, of nothing.
pub fn nobody() -> String {
    Code::of_random([99; 8]).as_str().to_owned()
}

impl Scene {
    /// Recalls the lot.
    pub async fn recall(&self, bed: &Bed) {
        trace::open(&bed.ground).await.unwrap();
        let new = goods::recall::NewRecall {
            reason: "dư lượng".to_owned(),
            decided_by: "Chi cục An toàn thực phẩm".to_owned(),
            is_drill: false,
        };
        let lot = (self.producer.id, self.lot.id);
        goods::recall::decide(&bed.ground, &system(), lot, &new).await.unwrap();
    }
}
