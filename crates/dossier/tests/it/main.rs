//! What the dossier room promises, on both databases.

#![allow(missing_docs, reason = "tests")]

mod access;
mod forms;
mod inbox;
mod marks;
mod pages;
mod papers;
mod procedure;
mod upgrade;

use ground::testing::Bed;
use ground::{GROUND, Room};
use web::testing::House;

pub const ROOMS: &[Room] = &[GROUND, people::ROOM, register::ROOM, dossier::ROOM];

pub use ground::testing::rules;

pub fn house(bed: &Bed) -> House {
    House::new(bed.ground.clone(), ROOMS, dossier::routes())
}
