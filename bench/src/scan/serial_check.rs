//! Serials checked on one core, genuine and forged in turns, against plain SHA-256 of the same bytes.

use std::hint::black_box;

use goods::item::ItemCode;
use goods::lot::LotCode;
use goods::serial::{Issued, Seal, Serial, Verdict, judge};
use sha2::{Digest, Sha256};

use crate::line::{Line, Report};
use crate::trace::beside;

/// Serials checked in one turn.
const SERIALS: u32 = 10;

pub(super) fn measure(report: &Report) {
    let seal = Seal::of_secret(&[1; 32]);
    let (item, lot) = (ItemCode::of_random([1; 8]), LotCode::parse("L2610").unwrap());
    let run = Issued { number: 1, first: 1, count: SERIALS };
    let (ours, theirs) = (seal.lot(&item, &lot), seal.lot(&item, &LotCode::parse("L2611").unwrap()));
    let genuine = run.serials(&ours, 0..SERIALS).map(|serial| serial.to_string());
    let forged = run.serials(&theirs, 0..SERIALS).map(|serial| serial.to_string());
    let texts: Vec<String> = genuine.zip(forged).flat_map(|(one, other)| [one, other]).collect();
    let (checked, plain) = beside(
        || {
            // As a request does it: the lot's seal is made for each.
            let is_genuine = |text: &str| {
                let serial = Serial::exact(black_box(text)).unwrap();
                matches!(judge(&serial, run, &seal.lot(&item, &lot)), Verdict::Genuine { .. })
            };
            assert_eq!(texts.iter().filter(|text| is_genuine(text.as_str())).count(), SERIALS as usize);
        },
        || {
            for text in &texts {
                black_box(Sha256::digest(black_box(text.as_bytes())));
            }
        },
    );
    let each = texts.len() as f64;
    let line = Line {
        bench: "serial_check",
        database: "none",
        value: checked * each,
        unit: "1/s",
        wanted: "≥ 100000",
        ..Line::default()
    };
    report.add(line.against("SHA-256 of its bytes", plain * each));
}
