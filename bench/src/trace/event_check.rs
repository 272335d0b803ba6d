//! One JSON event read, checked and hashed, against reading it into a tree by the usual library.

use std::hint::black_box;

use epcis::hash::{Hasher, events};

use super::core::beside;
use super::event::single;
use crate::line::{Line, Report};

const MICROS: f64 = 1_000_000.0;

pub(super) fn measure(report: &Report) {
    let source = single(7);
    assert!(epcis::check(source.as_bytes()).is_ok(), "{source}");
    let (checked, parsed) = beside(
        || {
            let tree = epcis::lower(black_box(source.as_bytes())).unwrap();
            black_box(epcis::check_tree(&tree));
            let mut hasher = Hasher::new(&tree);
            for event in events(&tree) {
                black_box(hasher.hash(event));
            }
        },
        || drop(black_box(serde_json::from_str::<serde_json::Value>(black_box(&source)))),
    );
    let line = Line {
        bench: "event_check",
        database: "none",
        value: MICROS / checked,
        unit: "µs",
        size: Some(source.len()),
        wanted: "< 20",
        ..Line::default()
    };
    report.add(line.against("serde_json into a tree", MICROS / parsed));
}
