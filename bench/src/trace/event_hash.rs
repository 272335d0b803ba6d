//! Event hashes (CBV 2.0, section 8.9) on one core, against plain SHA-256 of the same bytes.

use std::hint::black_box;

use epcis::hash::{Hasher, events};
use sha2::{Digest, Sha256};

use super::core::beside;
use super::event::single;
use crate::line::{Line, Report};

pub(super) fn measure(report: &Report) {
    let source = single(7);
    let tree = epcis::lower(source.as_bytes()).unwrap();
    let mut hasher = Hasher::new(&tree);
    let event = events(&tree).next().unwrap();
    let (hashed, plain) = beside(
        || {
            black_box(hasher.hash(black_box(event)));
        },
        || {
            black_box(Sha256::digest(black_box(source.as_bytes())));
        },
    );
    let line = Line {
        bench: "event_hash",
        database: "none",
        value: hashed,
        unit: "1/s",
        size: Some(source.len()),
        wanted: "≥ 100000",
        ..Line::default()
    };
    report.add(line.against("SHA-256 of its bytes", plain));
}
