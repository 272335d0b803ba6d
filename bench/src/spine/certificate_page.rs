//! The page behind the QR, small and large archives, against a fixed answer of the same server.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use certificate::testing::{certificate, copies};
use ground::testing::Bed;
use register::testing::{producer, product, sa_dec};
use web::testing::House;
use web::{App, security, show_refusals};

use super::ROOMS;
use crate::line::{Line, Report};
use crate::wire::{Wire, p99, rate, serve};

/// Certificates in the archive.
pub(crate) const SIZES: [usize; 2] = [1_000, 100_000];
const REQUESTS: usize = 40_000;
const CLIENTS: usize = 16;
/// Bytes of the fixed answer, about those of a page.
const FIXED_BYTES: usize = 8 * 1024;

pub(crate) async fn measure(report: &Report, bed: &Bed, size: usize) {
    let places = sa_dec(bed).await;
    let producer = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let product = product(bed, &producer, 14, "Sa Đéc Tửu").await;
    let issued = certificate(bed, &product, &places.old_province, "2024-12-20".parse().unwrap()).await;
    let codes = copies(bed, &issued, size).await;
    let app = House::new(bed.ground.clone(), ROOMS, ::certificate::routes()).app;
    let address = serve(router(&app)).await;
    // Every request another code, so that nothing is kept from the one before.
    let paths = (0..REQUESTS).map(|n| format!("/c/{}", codes[n.wrapping_mul(7_919) % codes.len()])).collect();
    let (pages, worst) = storm(address, Arc::new(paths)).await;
    let (fixed, _) = storm(address, Arc::new(vec!["/fixed".to_owned(); REQUESTS])).await;
    let line = Line {
        bench: "certificate_page",
        database: bed.ground.records.engine(),
        value: pages,
        unit: "1/s",
        p99_ms: Some(worst),
        size: Some(size),
        wanted: "≥ 5000",
        ..Line::default()
    };
    report.add(line.against("fixed answer", fixed));
}

fn router(app: &App) -> Router {
    let fixed = "x".repeat(FIXED_BYTES);
    ::certificate::routes()
        .route("/fixed", get(move || std::future::ready(fixed.clone())))
        .layer(from_fn_with_state(app.clone(), show_refusals))
        .layer(from_fn_with_state(app.clone(), security::protect))
        .with_state(app.clone())
}

/// Requests a second and the 99th percentile.
pub(crate) async fn storm(address: SocketAddr, paths: Arc<Vec<String>>) -> (f64, f64) {
    let next = Arc::new(AtomicUsize::new(0));
    let begun = Instant::now();
    let clients = (0..CLIENTS).map(|_| tokio::spawn(client(address, paths.clone(), next.clone())));
    let spent = futures::future::join_all(clients.collect::<Vec<_>>()).await;
    let seconds = begun.elapsed().as_secs_f64();
    let mut spent: Vec<f64> = spent.into_iter().flat_map(Result::unwrap).collect();
    (rate(spent.len(), seconds), p99(&mut spent))
}

async fn client(address: SocketAddr, paths: Arc<Vec<String>>, next: Arc<AtomicUsize>) -> Vec<f64> {
    let mut wire = Wire::to(address).await;
    let mut spent = Vec::new();
    while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
        let head = "HTTP/1.1\r\nHost: sen\r\nAccept: text/html\r\nAccept-Language: vi\r\n\r\n";
        spent.push(wire.ask(format!("GET {path} {head}").as_bytes()).await);
    }
    spent
}
