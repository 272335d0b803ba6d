//! The rooms of the program, for tests that look at all of them.

use ground::{GROUND, Room};

/// From the ground up, as the program stands them; a room that is missing here leaves tables that no one owns.
pub const ROOMS: &[Room] = &[
    GROUND,
    people::ROOM,
    register::ROOM,
    dossier::ROOM,
    council::ROOM,
    certificate::ROOM,
    trace::ROOM,
    goods::ROOM,
];
