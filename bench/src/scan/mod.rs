//! What a code on a shelf costs: making it, checking it, leading on from it.

mod labels;
mod lot_page;
mod page_lag;
mod recall;
mod resolver;
mod serial_check;

use goods::entry::{EntryKind, NewEntry, NewLine, NumberedLot, Quantity, Side, WhichItem, WhichLot, log};
use goods::item::Unit;
use goods::lot::{Lot, LotCode};
use ground::testing::{Bed, rules};
use ground::{Actor, GROUND, Room};
use register::testing::{producer, sa_dec};

use crate::line::Report;

const ROOMS: &[Room] = &[
    GROUND,
    people::ROOM,
    register::ROOM,
    dossier::ROOM,
    council::ROOM,
    certificate::ROOM,
    trace::ROOM,
    goods::ROOM,
];

pub(crate) async fn run(report: &Report) {
    if report.wants(&["serial_check"]) {
        serial_check::measure(report);
    }
    if report.wants(&["labels"]) {
        labels::measure(report);
    }
    if report.wants(&["lot_page"]) {
        for size in lot_page::SIZES {
            for bed in beds().await {
                lot_page::measure(report, &bed, size).await;
            }
        }
    }
    if report.wants(&["page_lag"]) {
        for bed in beds().await {
            page_lag::measure(report, &bed).await;
        }
    }
    if report.wants(&["recall"]) {
        for bed in beds().await {
            recall::measure(report, &bed).await;
        }
    }
    if report.wants(&["resolver"]) {
        for size in resolver::SIZES {
            for bed in beds().await {
                resolver::measure(report, &bed, size).await;
            }
        }
    }
}

// Rice of a producer, harvested and heard of.
async fn rice(bed: &Bed) -> (Actor, Lot) {
    trace::open(&bed.ground).await.unwrap();
    let places = sa_dec(bed).await;
    let farmer = producer(bed, &places.sa_dec, "Hộ Ba Đồng").await;
    let owner = people::testing::owner(bed, farmer.id, "Ba Đồng").await;
    let lot = NumberedLot {
        item: WhichItem::Named("Nếp ngỗng".into()),
        code: LotCode::parse("NEP1").unwrap(),
        made_on: None,
        expires_on: None,
    };
    let (quantity, unit) = (Quantity::parse("800").unwrap(), Unit::Kilogram);
    let entry = NewEntry {
        kind: EntryKind::Harvest,
        happened_at: bed.ground.clock.now(),
        site: None,
        partner: None,
        note: None,
        client_key: "harvest".into(),
        lines: vec![NewLine { side: Side::Of, lot: WhichLot::Numbered(lot), quantity, unit }],
        photos: Vec::new(),
        is_confirmed: false,
    };
    let entry = log(&bed.ground, &owner, farmer.id, &entry).await.unwrap();
    let heard = ground::jobs::Registry::new([], goods::ROOM.subscribers.iter().copied());
    while ground::jobs::due_now(&bed.ground, &heard).await.unwrap() {}
    let lines = goods::entry::lines_of(&bed.ground.reader(), &[entry.id]).await.unwrap();
    (owner, goods::lot::load(&bed.ground.reader(), lines[&entry.id][0].lot_id).await.unwrap())
}

// A fresh database of each kind; PostgreSQL where script/bench has started one.
async fn beds() -> Vec<Bed> {
    let mut beds = vec![Bed::sqlite(rules(), ROOMS).await];
    beds.extend(Bed::postgres(rules(), ROOMS).await);
    beds
}
