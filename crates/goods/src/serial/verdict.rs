//! What a serial is worth.

use super::code::Serial;
use super::seal::LotSeal;

/// A run of serials: what one row keeps of up to a million codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Its number in the lot.
    pub number: u16,
    /// Its first place in the lot.
    pub first: u32,
    /// How many.
    pub count: u32,
}

/// What a serial is worth by itself, whatever its scans say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was printed here.
    Genuine {
        /// The number of its run.
        run: u16,
        /// Its place in the lot.
        index: u32,
    },
    /// It was made up or altered.
    Forged,
    /// It proves itself, and no run holds it: the records are older than the label, or a key got out.
    NotIssued,
}

impl Issued {
    /// Whether the run holds a place.
    pub fn holds(&self, index: u32) -> bool {
        index.checked_sub(self.first).is_some_and(|place| place < self.count)
    }

    /// The serials of some places, counted from nothing within the run.
    pub fn serials(self, seal: &LotSeal, places: std::ops::Range<u32>) -> impl Iterator<Item = Serial> {
        let places = places.start..places.end.min(self.count);
        places.map(move |place| seal.serial(self.number, self.first.saturating_add(place)))
    }
}

/// Judges a serial by the run it names and the key of that run.
pub fn judge(serial: &Serial, issued: Issued, seal: &LotSeal) -> Verdict {
    // The proof first: whoever makes codes up learns nothing of how many there are.
    if serial.run != issued.number || !seal.proves(serial) {
        Verdict::Forged
    } else if issued.holds(serial.index) {
        Verdict::Genuine { run: serial.run, index: serial.index }
    } else {
        Verdict::NotIssued
    }
}
