//! Digital Links read and checked on one core, against a reader of URIs that knows nothing of GS1.

use std::hint::black_box;

use axum::http::Uri;
use gs1::link::DigitalLink;

use super::core::beside;
use crate::line::{Line, Report};

/// As they stand on labels: item, lot, serial number, dates, weights, a location, a logistic unit, an asset.
const LINKS: [&str; 6] = [
    "https://sen.vn/01/08936012345674/10/L20261129?17=270531",
    "https://id.gs1.org/01/09520123456788/10/ABC1/21/12345?17=180426",
    "https://id.gs1.org/01/09520123456788?3103=000195&3922=0299&17=201225",
    "https://example.com/some/stem/414/9520123456788/254/32a%2Fb",
    "https://id.gs1.org/00/952012345678912345",
    "https://id.gs1.org/8003/09520123456788ABC",
];

pub(super) fn measure(report: &Report) {
    let (links, uris) = beside(
        || LINKS.iter().for_each(|link| drop(black_box(DigitalLink::parse(black_box(link)).unwrap()))),
        || LINKS.iter().for_each(|link| drop(black_box(black_box(link).parse::<Uri>().unwrap()))),
    );
    let each = LINKS.len() as f64;
    let line = Line {
        bench: "digital_link",
        database: "none",
        value: links * each,
        unit: "1/s",
        wanted: "≥ 800000",
        ..Line::default()
    };
    report.add(line.against("a URI without GS1", uris * each));
}
