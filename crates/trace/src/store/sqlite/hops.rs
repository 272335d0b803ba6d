//! Hops from SQLite: one statement, run once for each item, which here costs less than a list of them.

use rusqlite::Connection;

use super::{fault, sql};
use crate::store::Result;
use crate::store::hop::{COLUMNS, Hop, Hops};

/// Reads hops.
pub(crate) fn hops(connection: &Connection, hops: &Hops) -> Result<Vec<Hop>> {
    let mut ready = connection.prepare_cached(&statement()).map_err(fault)?;
    let roles: i64 = hops.roles.iter().fold(0, |mask, role| mask | 1 << (*role as i64));
    let mut found = Vec::new();
    for item in &hops.items {
        let room = hops.limit - found.len();
        if room == 0 {
            break;
        }
        for row in sql::rows(&mut ready, &[item.into(), roles.into(), room.into()])? {
            found.push(Hop::read(item.clone(), row, 0)?);
        }
    }
    Ok(found)
}

fn statement() -> String {
    format!(
        "SELECT {COLUMNS} FROM item_event WHERE item = ?1 AND (1 << role) & ?2 \
         ORDER BY event_time, id, role LIMIT ?3"
    )
}
