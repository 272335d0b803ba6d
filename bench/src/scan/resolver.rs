//! The resolver: redirects by GTIN and lot, few lots and many.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use goods::item::{self, ItemCode, TradeItemId, Unit};
use goods::lot::{self, LotCode, LotId};
use ground::testing::Bed;
use gs1::key::Gtin;
use register::testing::{producer, sa_dec};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, EntityTrait, Set};
use web::testing::House;
use web::{App, security};

use super::ROOMS;
use crate::line::Report;
use crate::page;

/// Lots to choose from.
pub(super) const SIZES: [usize; 2] = [1_000, 100_000];
/// Lots of one trade item.
const LOTS: usize = 100;
/// Rows of one insert.
const BATCH: usize = 500;

pub(super) async fn measure(report: &Report, bed: &Bed, size: usize) {
    let links = fill(bed, size).await;
    let app = House::new(bed.ground.clone(), ROOMS, Router::new()).app;
    page::measure(report, bed, "resolver", router(&app), &links).await;
}

fn router(app: &App) -> Router {
    goods::public_routes(app)
        .route("/fixed", get(async || "fixed"))
        .layer(from_fn_with_state(app.clone(), security::protect))
        .with_state(app.clone())
}

// Trade items with lots, written past the journal; the paths of all lots.
async fn fill(bed: &Bed, size: usize) -> Vec<String> {
    let places = sa_dec(bed).await;
    let producer = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let mut options = ConnectOptions::new(&bed.ground.config.database);
    options.max_connections(1).sqlx_logging(false);
    let database = Database::connect(options).await.unwrap();
    let mut paths = Vec::with_capacity(size);
    database.execute_unprepared("begin").await.unwrap();
    for n in 0..size.div_ceil(LOTS) {
        let row = an_item(bed, &producer, n);
        let (id, gtin) = (row.id.clone().unwrap(), row.gtin.clone().unwrap().unwrap());
        item::Entity::insert(row).exec(&database).await.unwrap();
        let lots = (0..LOTS.min(size - n * LOTS)).map(|k| a_lot(bed, &producer, id, (&gtin, k))).collect();
        insert(&database, lots).await;
        paths.extend((0..LOTS.min(size - n * LOTS)).map(|k| format!("/01/{gtin}/10/L{k}")));
    }
    database.execute_unprepared("commit").await.unwrap();
    database.execute_unprepared("analyze").await.unwrap();
    database.close().await.unwrap();
    paths
}

async fn insert(database: &DatabaseConnection, rows: Vec<lot::ActiveModel>) {
    for some in rows.chunks(BATCH) {
        lot::Entity::insert_many(some.to_vec()).exec(database).await.unwrap();
    }
}

fn an_item(bed: &Bed, producer: &register::producer::Producer, n: usize) -> item::ActiveModel {
    let digits = format!("0893500{n:06}");
    let gtin = (0..10).find_map(|check| Gtin::new(&format!("{digits}{check}")).ok()).unwrap();
    item::ActiveModel {
        id: Set(TradeItemId(bed.ground.clock.new_id())),
        producer_id: Set(producer.id),
        product_id: Set(None),
        name: Set(format!("Nếp {n}")),
        folded: Set(format!("nep {n}")),
        unit: Set(Unit::Kilogram),
        code: Set(ItemCode::of_random(bed.ground.clock.random().unwrap())),
        gtin: Set(Some(gtin.as_str().to_owned())),
        shelf_life_days: Set(None),
        standards: Set(None),
        version: Set(1),
    }
}

fn a_lot(
    bed: &Bed,
    producer: &register::producer::Producer,
    item: TradeItemId,
    (gtin, k): (&str, usize),
) -> lot::ActiveModel {
    lot::ActiveModel {
        id: Set(LotId(bed.ground.clock.new_id())),
        trade_item_id: Set(item),
        producer_id: Set(producer.id),
        code: Set(LotCode::parse(&format!("L{k}")).unwrap()),
        uri: Set(format!("https://id.gs1.org/01/{gtin}/10/L{k}")),
        made_on: Set(None),
        expires_on: Set(None),
        created_at: Set(bed.ground.clock.now()),
    }
}
