//! Places: the three lists of `demo/places/`, all in force since 1 July 2025.

use anyhow::Context;
use ground::Day;
use register::grid::Grid;
use register::place::import::import;

use super::play::Play;
use super::written;

/// The lists, in the order in which they stand on each other.
const LISTS: [&str; 3] = ["places/units.csv", "places/former.csv", "places/mergers.csv"];

/// The day on which they came into force.
const MERGED: Day = Day(jiff::civil::date(2025, 7, 1));

/// Imports them.
///
/// # Errors
/// A row that cannot be used.
pub(super) async fn import_all(play: &mut Play<'_>) -> anyhow::Result<()> {
    for name in LISTS {
        play.pause();
        let grid = Grid::read(written::text(name)?.as_bytes()).context(name)?;
        import(play.ground, &Play::system(), &grid, MERGED).await.context(name)?;
    }
    Ok(())
}
