//! Where the code was scanned, as a drawing: a dot a province, as large as its share.

use crate::serial::seat_degrees;

/// The drawing's sides.
const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 440.0;
/// What of the earth it shows, in degrees: Vietnam's mainland with a margin.
const WEST: f64 = 101.8;
const EAST: f64 = 110.4;
const SOUTH: f64 = 8.0;
const NORTH: f64 = 23.6;
/// The radius of the largest dot, and of the smallest.
const LARGEST: f64 = 26.0;
const SMALLEST: f64 = 4.0;

/// A dot of the drawing.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct Dot {
    pub x: String,
    pub y: String,
    pub r: String,
    pub name: String,
}

/// The dots of provinces with their shares of the largest count, 0 to 1.
pub(super) fn dots<'a>(shares: impl Iterator<Item = (&'a str, String, f64)>) -> Vec<Dot> {
    let dot = |(code, name, share): (&str, String, f64)| {
        let (north, east) = seat_degrees(code)?;
        let x = (east - WEST) / (EAST - WEST) * WIDTH;
        let y = (NORTH - north) / (NORTH - SOUTH) * HEIGHT;
        // Areas tell how many, as eyes compare areas.
        let r = SMALLEST + (LARGEST - SMALLEST) * share.clamp(0.0, 1.0).sqrt();
        Some(Dot { x: format!("{x:.1}"), y: format!("{y:.1}"), r: format!("{r:.1}"), name })
    };
    shares.filter_map(dot).collect()
}
