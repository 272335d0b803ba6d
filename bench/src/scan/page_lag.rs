//! How long after an entry was logged the page behind the code shows it: through facts, by the program's own runner.

use std::time::{Duration, Instant};

use goods::entry::{EntryKind, NewEntry, NewLine, Quantity, Side, WhichLot, log};
use goods::item::Unit;
use goods::lot::Lot;
use ground::jobs;
use ground::testing::Bed;
use tokio::sync::watch;
use tokio::time::sleep;

use super::rice;
use crate::line::{Line, Report};

const ENTRIES: usize = 200;
/// Between two looks at the page.
const PAUSE: Duration = Duration::from_millis(1);

pub(super) async fn measure(report: &Report, bed: &Bed) {
    let (owner, rice) = rice(bed).await;
    let heard = jobs::Registry::new([], goods::ROOM.subscribers.iter().copied());
    let (stop, stopped) = watch::channel(false);
    let runner = tokio::spawn(jobs::run(bed.ground.clone(), heard, stopped));
    let mut lags = Vec::with_capacity(ENTRIES);
    for n in 0..ENTRIES {
        log(&bed.ground, &owner, rice.producer_id, &sale(bed, &rice, n)).await.unwrap();
        let begun = Instant::now();
        // The harvest is a step too.
        while steps(bed, &rice).await < n + 2 {
            sleep(PAUSE).await;
        }
        lags.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    stop.send_replace(true);
    runner.await.unwrap();
    lags.sort_by(f64::total_cmp);
    report.add(Line {
        bench: "page_lag",
        database: bed.ground.records.engine(),
        value: lags[ENTRIES / 2],
        unit: "ms",
        p99_ms: Some(lags[ENTRIES * 99 / 100]),
        size: Some(ENTRIES),
        wanted: "p99 < 1000",
        ..Line::default()
    });
}

fn sale(bed: &Bed, rice: &Lot, n: usize) -> NewEntry {
    let (quantity, unit) = (Quantity::parse("1").unwrap(), Unit::Kilogram);
    NewEntry {
        kind: EntryKind::Sell,
        happened_at: bed.ground.clock.now(),
        site: None,
        partner: None,
        note: None,
        client_key: format!("sale-{n}"),
        lines: vec![NewLine { side: Side::Of, lot: WhichLot::Known(rice.id), quantity, unit }],
        photos: Vec::new(),
        is_confirmed: false,
    }
}

async fn steps(bed: &Bed, rice: &Lot) -> usize {
    let cards = goods::page::of_producer(&bed.ground.reader(), rice.producer_id, 1).await.unwrap();
    cards.first().map_or(0, |card| card.steps.len())
}
