//! A recall of a lot that went to many: decided, and everyone who received any with how to reach them.

use std::time::Instant;

use goods::recall::{NewRecall, decide, receivers};
use goods::testing::deliveries;
use ground::testing::Bed;

use super::rice;
use crate::line::{Line, Report};

const RECEIVERS: usize = 10_000;

pub(super) async fn measure(report: &Report, bed: &Bed) {
    let (owner, rice) = rice(bed).await;
    deliveries(bed, &rice, RECEIVERS).await;
    let new =
        NewRecall { reason: "dư lượng".into(), decided_by: "Hộ Ba Đồng".into(), is_drill: false };
    let begun = Instant::now();
    let recall = decide(&bed.ground, &owner, (rice.producer_id, rice.id), &new).await.unwrap();
    let found = receivers(&bed.ground.reader(), recall.id, None).await.unwrap();
    let took = begun.elapsed().as_secs_f64();
    assert_eq!(found.len(), RECEIVERS);
    report.add(Line {
        bench: "recall",
        database: bed.ground.records.engine(),
        value: took,
        unit: "s",
        size: Some(RECEIVERS),
        wanted: "< 2",
        ..Line::default()
    });
}
