//! Traceability for people: what a producer logs of its lots, the labels it prints, what a code on a shelf leads to,
//! and the recall that reaches everyone who holds a lot.
//!
//! A farmer never hears the word EPCIS: every entry of the logbook becomes an event, by the way that machines take
//! ([`trace`]). Goods know nothing of dossiers and councils; of a certificate they know what it is worth today.

pub mod entry;
pub mod item;
pub mod label;
pub mod lot;
pub mod partner;
pub mod serial;
pub mod site;

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
        "serial_key",
        "serial_run",
        "serial_scan",
        "label_run",
    ],
    migrations: &[
        Migration { name: "goods-0001", sql: include_str!("../migrations/0001-goods.sql") },
        Migration { name: "goods-0002", sql: include_str!("../migrations/0002-label.sql") },
    ],
    policies: RoomPolicies {
        room: "goods",
        schema: include_str!("../policies/goods.cedarschema"),
        policies: include_str!("../policies/goods.cedar"),
    },
    words: (
        concat!(include_str!("../words/vi.ftl"), include_str!("../words/label-vi.ftl")),
        concat!(include_str!("../words/en.ftl"), include_str!("../words/label-en.ftl")),
    ),
    workers: &[],
    subscribers: &[],
};

/// Its addresses.
pub fn routes() -> axum::Router<web::App> {
    axum::Router::new().merge(serial::routes()).merge(label::routes())
}
