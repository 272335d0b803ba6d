//! How many certificates a second as PDF:
//! `cargo run --release -p certificate --features testing --example papers`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement that cannot be made stops")]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use certificate::certificate::print::pdf;
use certificate::testing::{card, certificate};
use ground::GROUND;
use ground::testing::{Bed, rules};
use register::testing::{producer, product, sa_dec};

const ROOMS: &[ground::Room] =
    &[GROUND, people::ROOM, register::ROOM, dossier::ROOM, council::ROOM, certificate::ROOM];
const PAPERS: usize = 2_000;

#[tokio::main]
async fn main() {
    let bed = Bed::sqlite(rules(), ROOMS).await;
    let places = sa_dec(&bed).await;
    let producer = producer(&bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let product = product(&bed, &producer, 14, "Sa Đéc Tửu").await;
    let issued = certificate(&bed, &product, &places.old_province, "2024-12-20".parse().unwrap()).await;
    let card = card(&bed, &issued).await;
    let config = &bed.ground.config;
    if let Some(file) = std::env::args().nth(1) {
        std::fs::write(file, pdf(config, &issued, &card).unwrap()).unwrap();
    }
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().unwrap().get();
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= PAPERS {
                        return;
                    }
                    // Another number each, so that nothing but what they share is kept.
                    let code = certificate::Code::of_random((n as u64).to_be_bytes());
                    let row = certificate::certificate::CertificateRow {
                        number: format!("{n}/GCN-OCOP"),
                        ..issued.clone()
                    };
                    pdf(config, &row, &certificate::verdict::Card { code, ..card.clone() }).unwrap();
                }
            });
        }
    });
    println!(
        "{PAPERS} certificates on {threads} threads: {:.0} a second",
        PAPERS as f64 / start.elapsed().as_secs_f64()
    );
}
