//! Many lots and many deliveries, written past the journal: an archive of a million lots is there in minutes.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made is a failed test")]

use ground::testing::Bed;
use sea_orm::{
    ActiveModelTrait, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, EntityTrait,
    IntoActiveModel,
};
use uuid::Uuid;

use crate::entry::{Entries, Entry, EntryId, EntryKind, EntryLine, Quantity, Side, line};
use crate::item::Unit;
use crate::lot::{self, Lot, LotCode, LotId};
use crate::page::{self, Card, Page, Pages};
use crate::partner::{self, Partner, PartnerId};

/// Rows of one insert.
const BATCH: usize = 500;

/// Adds copies of a lot with their pages, and returns their numbers.
///
/// # Panics
/// The records are away.
pub async fn copies(bed: &Bed, of: &Lot, count: usize) -> Vec<LotCode> {
    let card = page::card_of(&bed.ground, of).await.unwrap();
    let database = connect(bed).await;
    let mut codes = Vec::with_capacity(count);
    for first in (0..count).step_by(BATCH) {
        let some = (first..count.min(first + BATCH)).map(|n| copy(bed, of, &card, n));
        let (lots, cards): (Vec<Lot>, Vec<Card>) = some.unzip();
        codes.extend(lots.iter().map(|lot| lot.code.clone()));
        let rows = cards.iter().map(|card| Page {
            lot_id: card.lot_id,
            trade_item_id: card.trade_item_id,
            code: card.code.clone(),
            card: serde_json::to_string(card).unwrap(),
            built_at: of.created_at,
        });
        let rows: Vec<Page> = rows.collect();
        insert::<lot::Entity>(&database, lots).await;
        insert::<Pages>(&database, rows).await;
    }
    finish(database).await;
    codes
}

fn copy(bed: &Bed, of: &Lot, card: &Card, n: usize) -> (Lot, Card) {
    let (id, code) = (LotId(bed.ground.clock.new_id()), LotCode::parse(&format!("C{n}")).unwrap());
    let uri = format!("{}-C{n}", of.uri);
    let card = Card { lot_id: id, uri: uri.clone(), code: code.clone(), ..card.clone() };
    (Lot { id, uri, code, ..of.clone() }, card)
}

/// Adds deliveries of a lot, each to a partner of its own.
///
/// # Panics
/// The records are away.
pub async fn deliveries(bed: &Bed, of: &Lot, count: usize) {
    let database = connect(bed).await;
    let at = of.created_at;
    for first in (0..count).step_by(BATCH) {
        let mut rows = (Vec::new(), Vec::new(), Vec::new());
        for n in first..count.min(first + BATCH) {
            let partner = Partner {
                id: PartnerId(bed.ground.clock.new_id()),
                producer_id: of.producer_id,
                name: format!("Tiệm {n}"),
                folded: format!("tiem {n}"),
                phone: Some("0900 000 000".to_owned()),
                email: None,
                address: None,
                known_producer_id: None,
                version: 1,
            };
            let entry = Entry {
                id: EntryId(bed.ground.clock.new_id()),
                producer_id: of.producer_id,
                kind: EntryKind::Ship,
                happened_at: at,
                site_id: None,
                partner_id: Some(partner.id),
                note: None,
                client_key: format!("delivery-{n}"),
                by_name: String::new(),
                at,
            };
            let id: Uuid = bed.ground.clock.new_id();
            let quantity = Quantity::of_thousandths(1_000).unwrap();
            let (entry_id, side, unit) = (entry.id, Side::Of, Unit::Kilogram);
            rows.2.push(EntryLine { id, entry_id, n: 1, side, lot_id: of.id, quantity, unit });
            rows.0.push(partner);
            rows.1.push(entry);
        }
        insert::<partner::Entity>(&database, rows.0).await;
        insert::<Entries>(&database, rows.1).await;
        insert::<line::Entity>(&database, rows.2).await;
    }
    finish(database).await;
}

// One connection, so that a transaction is one.
async fn connect(bed: &Bed) -> DatabaseConnection {
    let mut options = ConnectOptions::new(&bed.ground.config.database);
    options.max_connections(1).sqlx_logging(false);
    let database = Database::connect(options).await.unwrap();
    database.execute_unprepared("begin").await.unwrap();
    database
}

async fn finish(database: DatabaseConnection) {
    database.execute_unprepared("commit").await.unwrap();
    database.execute_unprepared("analyze").await.unwrap();
    database.close().await.unwrap();
}

async fn insert<E: EntityTrait>(database: &DatabaseConnection, rows: Vec<E::Model>)
where
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let rows = rows.into_iter().map(|row| row.into_active_model().reset_all());
    E::insert_many(rows).exec_without_returning(database).await.unwrap();
}
