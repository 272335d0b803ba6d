//! What a room brings to the house.

use crate::access::RoomPolicies;
use crate::facts::Subscriber;
use crate::jobs::Worker;
use crate::records::Migration;

/// A room: the program is a list of these.
#[derive(Clone, Copy)]
pub struct Room {
    /// Its name, that of its crate.
    pub name: &'static str,
    /// The tables it owns; no other room reads or writes them.
    pub tables: &'static [&'static str],
    /// Its part of the schema, in order.
    pub migrations: &'static [Migration],
    /// Who may do what in it.
    pub policies: RoomPolicies,
    /// Every text a person reads: Vietnamese, English.
    pub words: (&'static str, &'static str),
    /// The work it does in the background.
    pub workers: &'static [Worker],
    /// The facts it listens to.
    pub subscribers: &'static [Subscriber],
}

/// What lies under every room.
pub const GROUND: Room = Room {
    name: "ground",
    tables: &[
        "migration",
        "journal",
        "journal_head",
        "journal_unsealed",
        "fact",
        "fact_cursor",
        "job",
        "file",
    ],
    migrations: &[
        Migration { name: "ground-0001", sql: include_str!("../migrations/0001-ground.sql") },
        Migration { name: "ground-0002", sql: include_str!("../migrations/0002-unsealed.sql") },
    ],
    policies: crate::access::GROUND,
    words: (include_str!("../words/vi.ftl"), include_str!("../words/en.ftl")),
    workers: &[],
    subscribers: &[],
};
