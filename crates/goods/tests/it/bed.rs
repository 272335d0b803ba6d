//! Sa Đéc with a rice farmer, a miller and the makers of a spirit.

use goods::entry::{
    Entry, EntryKind, NewEntry, NewLine, NumberedLot, Quantity, Side, WhichItem, WhichLot, WhichPartner, log,
};
use goods::item::Unit;
use goods::lot::{Lot, LotCode, LotId};
use ground::testing::Bed;
use ground::{Actor, GROUND, Instant, Room};
use register::producer::Producer;
use register::product::Product;
use register::testing::{Places, producer, product, sa_dec};
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

/// Whoever logs, and what they make.
pub struct Scene {
    pub places: Places,
    pub farmer: Producer,
    pub maker: Producer,
    pub spirit: Product,
    pub farmer_owner: Actor,
    pub owner: Actor,
    pub house: House,
}

/// Lets every subscriber hear what there is to hear.
pub async fn hear(bed: &Bed) {
    let heard = certificate::ROOM.subscribers.iter().chain(goods::ROOM.subscribers).copied();
    let registry = ground::jobs::Registry::new([], heard);
    while ground::jobs::due_now(&bed.ground, &registry).await.unwrap() {}
}

impl Scene {
    pub async fn of(bed: &Bed) -> Self {
        trace::open(&bed.ground).await.unwrap();
        let places = sa_dec(bed).await;
        let farmer = producer(bed, &places.sa_dec, "Hộ Ba Đồng").await;
        let maker = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
        let spirit = product(bed, &maker, 14, "Sa Đéc Tửu").await;
        let house = House::new(bed.ground.clone(), ROOMS, goods::routes());
        Self {
            farmer_owner: people::testing::owner(bed, farmer.id, "Ba Đồng").await,
            owner: people::testing::owner(bed, maker.id, "Lê Văn Tửu").await,
            places,
            farmer,
            maker,
            spirit,
            house,
        }
    }

    /// Rice harvested, sold on, taken in, made into a spirit: the lot of spirit.
    pub async fn spirit_of_rice(&self, bed: &Bed) -> (Lot, Lot) {
        let (farmer, maker) = (&self.farmer, &self.maker);
        let rice = of(named("Nếp ngỗng", "NEP1"), "800");
        let harvest =
            logged(bed, &self.farmer_owner, farmer, entry("h", EntryKind::Harvest, 10, vec![rice])).await;
        let rice = lot_of(bed, &harvest, Side::Of).await;
        let mut ship = entry("s", EntryKind::Ship, 11, vec![of(WhichLot::Known(rice.id), "500")]);
        ship.partner = Some(WhichPartner::Named("HTX Tân Tây".into(), Some("0918 123 456".into())));
        logged(bed, &self.farmer_owner, farmer, ship).await;
        let receive = entry("r", EntryKind::Receive, 12, vec![of(WhichLot::Known(rice.id), "500")]);
        logged(bed, &self.owner, maker, receive).await;
        let lines = vec![
            side(Side::In, WhichLot::Known(rice.id), "300", Unit::Kilogram),
            side(Side::Out, product_lot(self.spirit.id, "TUU1"), "120", Unit::Litre),
        ];
        let made = logged(bed, &self.owner, maker, entry("p", EntryKind::Process, 13, lines)).await;
        hear(bed).await;
        (rice, lot_of(bed, &made, Side::Out).await)
    }
}

pub fn entry(client_key: &str, kind: EntryKind, day: i64, lines: Vec<NewLine>) -> NewEntry {
    let start: ground::Day = "2026-10-01".parse().unwrap();
    NewEntry {
        kind,
        happened_at: Instant::plus_seconds(start.start(), (day - 1) * 86_400 + 8 * 3_600),
        site: None,
        partner: None,
        note: None,
        client_key: client_key.to_owned(),
        lines,
        photos: Vec::new(),
        is_confirmed: false,
    }
}

pub fn side(side: Side, lot: WhichLot, quantity: &str, unit: Unit) -> NewLine {
    NewLine { side, lot, quantity: Quantity::parse(quantity).unwrap(), unit }
}

pub fn of(lot: WhichLot, quantity: &str) -> NewLine {
    side(Side::Of, lot, quantity, Unit::Kilogram)
}

fn numbered(item: WhichItem, code: &str) -> WhichLot {
    WhichLot::Numbered(NumberedLot {
        item,
        code: LotCode::parse(code).unwrap(),
        made_on: None,
        expires_on: None,
    })
}

pub fn named(name: &str, code: &str) -> WhichLot {
    numbered(WhichItem::Named(name.to_owned()), code)
}

pub fn product_lot(product: register::product::ProductId, code: &str) -> WhichLot {
    numbered(WhichItem::Product(product), code)
}

pub async fn logged(bed: &Bed, actor: &Actor, producer: &Producer, new: NewEntry) -> Entry {
    log(&bed.ground, actor, producer.id, &new).await.unwrap()
}

pub async fn lot_of(bed: &Bed, entry: &Entry, side: Side) -> Lot {
    let lines = goods::entry::lines_of(&bed.ground.reader(), &[entry.id]).await.unwrap();
    let line = lines[&entry.id].iter().find(|line| line.side == side).unwrap();
    goods::lot::load(&bed.ground.reader(), line.lot_id).await.unwrap()
}

/// What a producer has of a lot by the projection, and by counting.
pub async fn stock(bed: &Bed, producer: &Producer, lot: LotId) -> (i64, i64) {
    let reader = bed.ground.reader();
    let kept = goods::entry::stock::of_lots(&reader, producer.id, &[lot]).await.unwrap();
    let counted = goods::entry::stock::counted(&reader, producer.id).await.unwrap();
    (kept.get(&lot).map_or(0, |row| row.balance), counted.get(&lot).copied().unwrap_or(0))
}
