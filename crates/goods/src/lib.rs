//! Traceability for people: what a producer logs of its lots, the labels it prints, what a code on a shelf leads to,
//! and the recall that reaches everyone who holds a lot.
//!
//! A farmer never hears the word EPCIS: every entry of the logbook becomes an event, by the way that machines take
//! ([`trace`]). Goods know nothing of dossiers and councils; of a certificate they know what it is worth today.

pub mod book;
pub mod entry;
pub mod inspection;
pub mod item;
pub mod label;
pub mod link;
pub mod lot;
pub mod page;
pub mod partner;
pub mod portal;
pub mod recall;
pub mod recipe;
pub mod report;
pub mod scan;
pub mod serial;
mod sheet;
pub mod site;
#[cfg(feature = "testing")]
pub mod testing;

use ground::Room;
use ground::access::RoomPolicies;
use ground::records::Migration;

/// The room.
pub const ROOM: Room = Room {
    name: "goods",
    tables: &[
        "trade_item",
        "site",
        "partner",
        "lot",
        "entry",
        "entry_line",
        "entry_photo",
        "entry_withdrawal",
        "stock",
        "lot_page",
        "item_link",
        "item_handover",
        "serial_key",
        "serial_run",
        "serial_scan",
        "label_run",
        "recall",
        "recall_lot",
        "recall_notice",
        "recall_answer",
        "recall_end",
        "scan_count",
        "report",
        "recipe",
        "recipe_input",
        "inspection",
    ],
    migrations: &[
        Migration { name: "goods-0001", sql: include_str!("../migrations/0001-goods.sql") },
        Migration { name: "goods-0002", sql: include_str!("../migrations/0002-label.sql") },
        Migration { name: "goods-0003", sql: include_str!("../migrations/0003-link.sql") },
        Migration { name: "goods-0004", sql: include_str!("../migrations/0004-recall.sql") },
        Migration { name: "goods-0005", sql: include_str!("../migrations/0005-scan.sql") },
        Migration { name: "goods-0006", sql: include_str!("../migrations/0006-recipe.sql") },
        Migration { name: "goods-0007", sql: include_str!("../migrations/0007-inspection.sql") },
        Migration { name: "goods-0008", sql: include_str!("../migrations/0008-site.sql") },
    ],
    policies: RoomPolicies {
        room: "goods",
        schema: include_str!("../policies/goods.cedarschema"),
        policies: include_str!("../policies/goods.cedar"),
    },
    words: (
        concat!(
            include_str!("../words/vi.ftl"),
            include_str!("../words/link-vi.ftl"),
            include_str!("../words/label-vi.ftl"),
            include_str!("../words/recall-vi.ftl"),
            include_str!("../words/scan-vi.ftl"),
            include_str!("../words/inspect-vi.ftl"),
        ),
        concat!(
            include_str!("../words/en.ftl"),
            include_str!("../words/link-en.ftl"),
            include_str!("../words/label-en.ftl"),
            include_str!("../words/recall-en.ftl"),
            include_str!("../words/scan-en.ftl"),
            include_str!("../words/inspect-en.ftl"),
        ),
    ),
    workers: &[],
    subscribers: &[entry::ENTRIES, page::CHANGES, recall::MADE, recall::RECALLS],
};

/// Its addresses.
pub fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .merge(book::routes())
        .merge(item::routes())
        .merge(partner::routes())
        .merge(site::routes())
        .merge(lot::routes())
        .merge(entry::routes())
        .merge(page::routes())
        .merge(link::routes())
        .merge(serial::routes())
        .merge(recall::routes())
        .merge(scan::routes())
        .merge(report::routes())
        .merge(recipe::routes())
        .merge(inspection::routes())
        .merge(portal::routes())
        .merge(label::routes())
}

/// What anyone may ask without a session, such as where a code on a label leads.
pub fn public_routes(app: &web::App) -> axum::Router<web::App> {
    link::public_routes(app)
}
