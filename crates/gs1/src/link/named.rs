//! The names that links bore in place of numbers before version 1.2 of the standard.

use super::Reading;
use crate::Ai;
use crate::ai::number as n;

const NAMES: [(&str, u16); 22] = [
    ("cpid", n::CPID),
    ("cpsn", n::CPID_SERIAL),
    ("cpv", n::VARIANT),
    ("gcn", n::GCN),
    ("gdti", n::GDTI),
    ("giai", n::GIAI),
    ("ginc", n::GINC),
    ("gln", n::LOCATION),
    ("glnx", n::GLN_EXTENSION),
    ("gmn", n::GMN),
    ("grai", n::GRAI),
    ("gsin", n::GSIN),
    ("gsrn", n::GSRN),
    ("gsrnp", n::GSRN_PROVIDER),
    ("gtin", n::GTIN),
    ("itip", n::ITIP),
    ("lot", n::LOT),
    ("party", n::PARTY),
    ("refno", 8020),
    ("ser", n::SERIAL),
    ("srin", 8019),
    ("sscc", n::SSCC),
];

/// The number behind a name.
pub(super) fn number_of(name: &str) -> Option<u16> {
    let place = NAMES.binary_search_by_key(&name, |(name, _)| *name).ok()?;
    NAMES.get(place).map(|(_, number)| *number)
}

/// The identifier that a segment of a path stands for.
pub(crate) fn named(segment: &str, reading: Reading) -> Option<Ai> {
    Ai::parse(segment).or_else(|| match reading {
        Reading::Strict => None,
        Reading::Tolerant => number_of(segment).and_then(Ai::of),
    })
}
