//! `script/bench NAME [--json]`: runs one family and prints what was measured beside what was wanted and what it is
//! compared with in the same run. A bench measures, it does not judge: the exit code is 0 whatever the figures.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement that cannot be made stops the run and says where"
)]

mod certificate_page;
mod certificate_pdf;
mod grade_council;
mod line;
mod marks;
mod start;
mod wire;

use ground::testing::{Bed, rules};
use ground::{GROUND, Room};
use line::Report;

const ROOMS: &[Room] =
    &[GROUND, people::ROOM, register::ROOM, dossier::ROOM, council::ROOM, certificate::ROOM];

#[tokio::main]
async fn main() {
    let mut names = Vec::new();
    let mut json = false;
    for argument in std::env::args().skip(1) {
        if argument == "--json" { json = true } else { names.push(argument) }
    }
    let report = Report::new(json);
    match names.first().map(String::as_str) {
        Some("spine") => spine(&report).await,
        other => {
            eprintln!("there is no family “{}”; there is: spine", other.unwrap_or_default());
            std::process::exit(2);
        }
    }
}

async fn spine(report: &Report) {
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
