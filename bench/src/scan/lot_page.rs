//! The page behind the code of a lot, few lots and many, against a fixed answer of the same server.

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use goods::testing::copies;
use ground::testing::Bed;
use web::testing::House;
use web::{App, security, show_refusals};

use super::{ROOMS, rice};
use crate::line::{Line, Report};
use crate::spine::storm;
use crate::wire::serve;

/// Lots to choose from.
pub(super) const SIZES: [usize; 2] = [1_000, 1_000_000];
const REQUESTS: usize = 40_000;
/// Bytes of the fixed answer, about those of a page.
const FIXED_BYTES: usize = 8 * 1024;

pub(super) async fn measure(report: &Report, bed: &Bed, size: usize) {
    let (_, rice) = rice(bed).await;
    let item = goods::item::load(&bed.ground.reader(), rice.trade_item_id).await.unwrap();
    let codes = copies(bed, &rice, size).await;
    let app = House::new(bed.ground.clone(), ROOMS, goods::routes()).app;
    let address = serve(router(&app)).await;
    // Every request another lot, so that nothing is kept from the one before.
    let path = |n: usize| format!("/l/{}/{}", item.code, codes[n.wrapping_mul(7_919) % codes.len()]);
    let (pages, worst) = storm(address, Arc::new((0..REQUESTS).map(path).collect())).await;
    let (fixed, _) = storm(address, Arc::new(vec!["/fixed".to_owned(); REQUESTS])).await;
    let line = Line {
        bench: "lot_page",
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
    goods::routes()
        .route("/fixed", get(move || std::future::ready(fixed.clone())))
        .layer(from_fn_with_state(app.clone(), show_refusals))
        .layer(from_fn_with_state(app.clone(), security::protect))
        .with_state(app.clone())
}
