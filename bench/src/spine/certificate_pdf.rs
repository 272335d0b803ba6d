//! Certificates with their QR, typeset into PDF on all cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use certificate::certificate::CertificateRow;
use certificate::certificate::print::pdf;
use certificate::testing::{card, certificate};
use certificate::verdict::Card;
use ground::testing::{Bed, rules};
use register::testing::{producer, product, sa_dec};

use super::ROOMS;
use crate::line::{Line, Report};
use crate::wire::rate;

const PAPERS: usize = 2_000;

pub(crate) async fn measure(report: &Report) {
    let bed = Bed::sqlite(rules(), ROOMS).await;
    let places = sa_dec(&bed).await;
    let producer = producer(&bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let product = product(&bed, &producer, 14, "Sa Đéc Tửu").await;
    let issued = certificate(&bed, &product, &places.old_province, "2024-12-20".parse().unwrap()).await;
    let card = card(&bed, &issued).await;
    let config = &bed.ground.config;
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().unwrap().get();
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= PAPERS {
                        return;
                    }
                    // Another number each, so that nothing but what they share is kept.
                    let code = ::certificate::Code::of_random((n as u64).to_be_bytes());
                    let row = CertificateRow { number: format!("{n}/GCN-OCOP"), ..issued.clone() };
                    pdf(config, &row, &Card { code, ..card.clone() }).unwrap();
                }
            });
        }
    });
    report.add(Line {
        bench: "certificate_pdf",
        database: "none",
        value: rate(PAPERS, begun.elapsed().as_secs_f64()),
        unit: "1/s",
        size: Some(PAPERS),
        wanted: "≥ 200",
        ..Line::default()
    });
}
