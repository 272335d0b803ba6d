//! Marks, certificates and the program's start.

mod certificate_page;
mod certificate_pdf;
mod grade_council;
mod marks;
mod start;

use ground::testing::{Bed, rules};
use ground::{GROUND, Room};

use crate::line::Report;

const ROOMS: &[Room] =
    &[GROUND, people::ROOM, register::ROOM, dossier::ROOM, council::ROOM, certificate::ROOM];

pub(crate) async fn run(report: &Report) {
    grade_council::measure(report);
    certificate_pdf::measure(report).await;
    start::measure(report);
    for bed in beds().await {
        marks::measure(report, bed).await;
    }
    for size in certificate_page::SIZES {
        for bed in beds().await {
            certificate_page::measure(report, &bed, size).await;
        }
    }
}

// A fresh database of each kind; PostgreSQL where script/bench has started one.
async fn beds() -> Vec<Bed> {
    let mut beds = vec![Bed::sqlite(rules(), ROOMS).await];
    beds.extend(Bed::postgres(rules(), ROOMS).await);
    beds
}
