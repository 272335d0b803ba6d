//! Addresses of many things, asked for by many clients at once, against a fixed answer of the same server.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use ground::testing::Bed;
use web::{App, security, show_refusals};

use crate::line::{Line, Report};
use crate::wire::{Wire, p99, rate, serve};

const REQUESTS: usize = 40_000;
const CLIENTS: usize = 16;
/// Bytes of the fixed answer, about those of a page.
const FIXED_BYTES: usize = 8 * 1024;

/// Pages behind what stands before them in the program, and a fixed answer.
pub(crate) fn router(app: &App, pages: Router<App>) -> Router {
    let fixed = "x".repeat(FIXED_BYTES);
    pages
        .route("/fixed", get(move || std::future::ready(fixed.clone())))
        .layer(from_fn_with_state(app.clone(), show_refusals))
        .layer(from_fn_with_state(app.clone(), security::protect))
        .with_state(app.clone())
}

/// Answers a second for these paths, one of each thing, against those for `/fixed`.
pub(crate) async fn measure(
    report: &Report,
    bed: &Bed,
    bench: &'static str,
    router: Router,
    paths: &[String],
) {
    let address = serve(router).await;
    // Every request another path, so that nothing is kept from the one before.
    let mixed = (0..REQUESTS).map(|n| paths[n.wrapping_mul(7_919) % paths.len()].clone()).collect();
    let (answers, worst) = storm(address, mixed).await;
    let (fixed, _) = storm(address, vec!["/fixed".to_owned(); REQUESTS]).await;
    let line = Line {
        bench,
        database: bed.ground.records.engine(),
        value: answers,
        unit: "1/s",
        p99_ms: Some(worst),
        size: Some(paths.len()),
        wanted: "≥ 5000",
        ..Line::default()
    };
    report.add(line.against("fixed answer", fixed));
}

// Requests a second and the 99th percentile.
async fn storm(address: SocketAddr, paths: Vec<String>) -> (f64, f64) {
    let (paths, next) = (Arc::new(paths), Arc::new(AtomicUsize::new(0)));
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
