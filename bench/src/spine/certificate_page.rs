//! The page behind the QR, small and large archives.

use certificate::testing::{certificate, copies};
use ground::testing::Bed;
use register::testing::{producer, product, sa_dec};
use web::testing::House;

use super::ROOMS;
use crate::line::Report;
use crate::page;

/// Certificates in the archive.
pub(crate) const SIZES: [usize; 2] = [1_000, 100_000];

pub(crate) async fn measure(report: &Report, bed: &Bed, size: usize) {
    let places = sa_dec(bed).await;
    let producer = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let product = product(bed, &producer, 14, "Sa Đéc Tửu").await;
    let issued = certificate(bed, &product, &places.old_province, "2024-12-20".parse().unwrap()).await;
    let codes = copies(bed, &issued, size).await;
    let paths: Vec<String> = codes.iter().map(|code| format!("/c/{code}")).collect();
    let app = House::new(bed.ground.clone(), ROOMS, ::certificate::routes()).app;
    page::measure(report, bed, "certificate_page", page::router(&app, ::certificate::routes()), &paths).await;
}
