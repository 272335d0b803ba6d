//! What a code on a shelf costs: making it, checking it, leading on from it.

mod labels;
mod resolver;
mod serial_check;

use ground::testing::{Bed, rules};
use ground::{GROUND, Room};

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
    if report.wants(&["resolver"]) {
        for size in resolver::SIZES {
            for bed in beds().await {
                resolver::measure(report, &bed, size).await;
            }
        }
    }
}

// A fresh database of each kind; PostgreSQL where script/bench has started one.
async fn beds() -> Vec<Bed> {
    let mut beds = vec![Bed::sqlite(rules(), ROOMS).await];
    beds.extend(Bed::postgres(rules(), ROOMS).await);
    beds
}
