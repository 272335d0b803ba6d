//! Labels into PDF on one core, each with a serial of its own, against drawing their QR codes and nothing else.

use std::hint::black_box;
use std::time::Instant;

use goods::item::ItemCode;
use goods::label::{Content, Stock, pdf, printed};
use goods::lot::LotCode;
use goods::serial::{Issued, LENGTH, Seal};
use papers::label::{Correction, Labels, QrForm};

use crate::line::{Line, Report};

/// Labels in one file: the most there may be.
const LABELS: u32 = 10_000;

pub(super) fn measure(report: &Report) {
    let seal = Seal::of_secret(&[1; 32]).lot(&ItemCode::of_random([1; 8]), &LotCode::parse("L2610").unwrap());
    let run = Issued { number: 1, first: 1, count: LABELS };
    let content = content();
    let stock = Stock::of("a4-24").unwrap();
    let at = ground::Instant::from_micros(0);
    // The fonts are read once a process.
    let first = run.serials(&seal, 0..1).map(|serial| printed(serial.to_string())).collect();
    pdf(stock, &content, &Labels::Each(first), at).unwrap();
    let begun = Instant::now();
    let serials = run.serials(&seal, 0..LABELS).map(|serial| printed(serial.to_string())).collect();
    let bytes = black_box(pdf(stock, &content, &Labels::Each(serials), at).unwrap());
    let took = begun.elapsed().as_secs_f64();
    assert!(bytes.starts_with(b"%PDF-"));
    let form = QrForm::of(&content.before, LENGTH, &content.after, Correction::Medium).unwrap();
    let begun = Instant::now();
    for serial in run.serials(&seal, 0..LABELS) {
        black_box(form.draw(&serial.to_string()).unwrap());
    }
    let drawn = begun.elapsed().as_secs_f64();
    let line = Line {
        bench: "labels",
        database: "none",
        value: f64::from(LABELS) / took,
        unit: "1/s",
        size: Some(LABELS as usize),
        wanted: "≥ 500",
        ..Line::default()
    };
    report.add(line.against("their QR codes alone", f64::from(LABELS) / drawn));
}

fn content() -> Content {
    Content {
        title: "Sa Đéc Tửu".into(),
        award: Some("OCOP 3 sao · 7K3Q9-M2TXA".into()),
        lines: vec![
            "HTX nông nghiệp Tân Tây".into(),
            "Ấp Tân Lập, phường Sa Đéc, tỉnh Đồng Tháp".into(),
            "Số lô: L2610 · NSX: 1/10/2026 · HSD: 1/10/2027".into(),
        ],
        before: "https://sen.dongthap.vn/01/08935001700005/10/L2610/21/".into(),
        after: "?17=271001".into(),
        printed: vec!["(01)08935001700005".into(), "(10)L2610".into(), "(17)271001".into()],
        has_serials: true,
        ean: None,
    }
}
