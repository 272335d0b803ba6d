//! What the scans of one serial say: a label that was copied is on many things at once.

use ground::Instant;

use super::province::apart_km;

/// Kilometres an hour that nothing on sale outruns: an airliner's.
pub const FASTEST_KMH: f64 = 800.0;
/// Kilometres that two provinces reach towards each other from their seats; so far, a scan may be next door.
pub const NEAR_KM: f64 = 300.0;
/// Devices that one thing may meet on its way: those who sell it, buy it and eat it, with room to spare.
pub const MOST_DEVICES: usize = 12;

/// A device's first scan of one serial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// When.
    pub at: Instant,
    /// The code of the province, where it is known.
    pub province: Option<String>,
}

/// Why a genuine serial may stand on more than one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// It was in two provinces too far apart in too short a time.
    ImpossibleTravel {
        /// The code of the province before.
        from: String,
        /// The code of the province after.
        to: String,
        /// Whole minutes between.
        minutes: i64,
    },
    /// Too many devices saw it for the first time.
    TooManyDevices {
        /// How many.
        devices: usize,
    },
}

/// What a serial's scans say against it; the journey first, because it proves more.
pub fn suspicion(scans: &[Scan]) -> Option<Suspicion> {
    let mut placed: Vec<(Instant, &str)> =
        scans.iter().filter_map(|scan| Some((scan.at, scan.province.as_deref()?))).collect();
    placed.sort_unstable();
    // Between neighbours in time: whoever went too far in all went too far in some leg, or not in too short a time.
    let legs = placed.windows(2).filter_map(|leg| match leg {
        [before, after] => impossible(*before, *after),
        _ => None,
    });
    let many = (scans.len() > MOST_DEVICES).then_some(Suspicion::TooManyDevices { devices: scans.len() });
    legs.into_iter().next().or(many)
}

fn impossible((from_at, from): (Instant, &str), (to_at, to): (Instant, &str)) -> Option<Suspicion> {
    let seconds = (to_at.micros() - from_at.micros()) / 1_000_000;
    let reach = NEAR_KM + FASTEST_KMH * seconds as f64 / 3_600.0;
    let too_far = apart_km(from, to).is_some_and(|far| far > reach);
    too_far.then(|| Suspicion::ImpossibleTravel {
        from: from.to_owned(),
        to: to.to_owned(),
        minutes: seconds / 60,
    })
}
