//! The page behind the code of a lot, few lots and many.

use goods::testing::copies;
use ground::testing::Bed;
use web::testing::House;

use super::{ROOMS, rice};
use crate::line::Report;
use crate::page;

/// Lots to choose from.
pub(super) const SIZES: [usize; 2] = [1_000, 1_000_000];

pub(super) async fn measure(report: &Report, bed: &Bed, size: usize) {
    let (_, rice) = rice(bed).await;
    let item = goods::item::load(&bed.ground.reader(), rice.trade_item_id).await.unwrap();
    let codes = copies(bed, &rice, size).await;
    let paths: Vec<String> = codes.iter().map(|code| format!("/l/{}/{code}", item.code)).collect();
    let app = House::new(bed.ground.clone(), ROOMS, goods::routes()).app;
    page::measure(report, bed, "lot_page", page::router(&app, goods::routes()), &paths).await;
}
