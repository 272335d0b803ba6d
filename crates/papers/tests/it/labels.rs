//! Labels as a scanner reads them.

use papers::label::{
    Area, Correction, EAN_MODULES, LabelCodes, LabelFace, LabelGrid, Labels, QrForm, Serial, TOO_FULL, labels,
};
use papers::testing::{Drawn, PRINTED};
use papers::{PaperError, Pdf};

use crate::reading::{engine, open, sizes};

const BEFORE: &str = "https://sen.dongthap.vn/01/08935001700005/10/L2610/21/";
const AFTER: &str = "?17=271001";
const MODULE: f64 = 0.396;

fn grid() -> LabelGrid {
    LabelGrid { page: (210.0, 297.0), first: (0.0, 4.5), step: (70.0, 36.0), count: (3, 8) }
}

fn area(x: f64, y: f64, width: f64, height: f64) -> Area {
    Area { x, y, width, height }
}

fn face() -> LabelFace {
    LabelFace {
        width: 70.0,
        height: 36.0,
        words: area(21.5, 22.0, 47.0, 12.5),
        title: "Sa Đéc Tửu".into(),
        award: Some("OCOP 3 sao".into()),
        lines: vec!["HTX nông nghiệp Tân Tây".into(), "Ấp Tân Lập, phường Sa Đéc, tỉnh Đồng Tháp".into()],
        printed: area(1.5, 21.0, 18.0, 7.0),
        printed_lines: vec!["(01) 08935001700005".into(), "(10) L2610".into()],
        ean: Some(("8935001700005".into(), area(25.0, 18.5, 30.0, 2.2))),
    }
}

fn codes(characters: usize) -> LabelCodes {
    let before = if characters > 0 { BEFORE } else { BEFORE.trim_end_matches("/21/") };
    let module = 0.264;
    LabelCodes {
        qr: QrForm::of(before, characters, AFTER, Correction::Medium).unwrap(),
        qr_at: (1.5, 1.5),
        qr_module: MODULE,
        ean: Some(("8935001700005".into(), area(25.0, 1.5, EAN_MODULES as f64 * module, 17.0), module)),
        serial: (characters > 0).then(|| area(1.5, 28.5, 18.0, 5.0)),
    }
}

fn serial(n: usize) -> Serial {
    let text = format!("0100{:03}K7Z9{n:04}", n % 7);
    let (place, proof) = text.split_at(7);
    Serial { lines: vec![format!("(21){place}"), proof.to_owned()], text: text.clone() }
}

fn print(codes: &LabelCodes, wanted: &Labels) -> Pdf {
    labels(&engine(), &grid(), &face(), codes, wanted, PRINTED).unwrap()
}

fn corner(n: usize) -> (f64, f64) {
    ((n % 3) as f64 * 70.0, 4.5 + (n / 3) as f64 * 36.0)
}

#[test]
fn every_serial_on_a_sheet_is_read_back_from_the_dots() {
    let codes = codes(15);
    let pdf = print(&codes, &Labels::Each((0..26).map(serial).collect()));
    assert_eq!(pdf.pages(), 2);
    let side = codes.qr.side() as f64 * MODULE;
    for (page, labels) in [(0, 0..24), (1, 24..26)] {
        let drawn = Drawn::page(pdf.bytes(), page);
        for (n, label) in labels.enumerate() {
            let (x, y) = corner(n);
            let qr = drawn.part(area(x + 1.5, y + 1.5, side, side)).qr();
            assert_eq!(qr, Some(codes.qr.text(&serial(label).text)), "label {label}");
            assert_eq!(drawn.part(area(x + 25.0, y + 1.5, 30.0, 17.0)).ean().unwrap(), "8935001700005");
        }
    }
}

#[test]
fn quiet_zones_are_clear_and_labels_that_are_not_asked_for_are_blank() {
    let codes = codes(0);
    let pdf = print(&codes, &Labels::Alike(25));
    assert_eq!(pdf.pages(), 2);
    let drawn = Drawn::page(pdf.bytes(), 1);
    let (quiet, side) = (4.0 * MODULE - 0.05, codes.qr.side() as f64 * MODULE);
    for strip in [
        area(1.5, 6.0, side, quiet),
        area(1.5, 6.0 + side - quiet, side, quiet),
        area(1.5, 6.0, quiet, side),
        area(1.5 + side - quiet, 6.0, quiet, side),
    ] {
        assert!(drawn.part(strip).is_blank(), "{strip:?}");
    }
    let whole = drawn.part(area(0.0, 4.5, 70.0, 36.0));
    assert_eq!(whole.qr(), Some("https://sen.dongthap.vn/01/08935001700005/10/L2610?17=271001".into()));
    assert!(drawn.part(area(70.0, 4.5, 140.0, 36.0)).is_blank());
    assert!(drawn.part(area(0.0, 41.0, 210.0, 250.0)).is_blank());
}

#[test]
fn the_words_are_text_and_the_sheet_has_its_size() {
    let pdf = print(&codes(15), &Labels::Each(vec![serial(3)]));
    let document = open(pdf.bytes());
    let (wide, high) = sizes(&document)[0];
    assert!((wide - 595.28).abs() < 0.1 && (high - 841.89).abs() < 0.1);
    // Fonts travel with the words: a print shop has none of ours.
    let fonts: Vec<_> = document.objects.values().filter_map(|object| object.as_dict().ok()).collect();
    assert!(fonts.iter().any(|font| font.has(b"FontFile3") || font.has(b"FontFile2")));
    assert!(fonts.iter().filter(|font| font.has_type(b"Page")).count() == 1);
    let again = print(&codes(15), &Labels::Each(vec![serial(3)]));
    assert_eq!(again.bytes(), pdf.bytes());
}

#[test]
fn ten_thousand_labels_that_are_alike_are_a_small_file() {
    let pdf = print(&codes(0), &Labels::Alike(10_000));
    assert_eq!(pdf.pages(), 417);
    assert!(pdf.bytes().len() < 300_000, "{}", pdf.bytes().len());
}

#[test]
fn words_without_room_are_refused() {
    let full = LabelFace { lines: vec!["Rượu nếp than ủ chum đất ".repeat(40)], ..face() };
    let refused = labels(&engine(), &grid(), &full, &codes(0), &Labels::Alike(1), PRINTED);
    assert!(
        matches!(&refused, Err(PaperError::Template { message, .. }) if message.contains(TOO_FULL)),
        "{refused:?}"
    );
}

#[test]
fn every_serial_of_a_length_takes_the_same_room_and_no_other_is_taken() {
    let form = QrForm::of(BEFORE, 15, AFTER, Correction::Medium).unwrap();
    for text in ["000000000000000", "ZZZZZZZZZZZZZZZ", "0Z0Z0Z0Z0Z0Z0Z0"] {
        assert!(form.draw(text).is_ok(), "{text}");
    }
    for text in ["", "0000", "00000000000000a", "0000000000000000", "00000000000000é"] {
        assert!(form.draw(text).is_err(), "{text}");
    }
    // standards.md 5.3: 58 bytes with lot and expiry are 33 modules at M; a serial costs one step.
    let plain =
        QrForm::of("https://sen.dongthap.vn/01/08935001700005/10/L26101", 0, AFTER, Correction::Medium);
    assert!(plain.unwrap().modules() <= 33);
    assert!(form.modules() <= 37, "{}", form.modules());
    let low = QrForm::of(BEFORE, 15, AFTER, Correction::Low).unwrap();
    assert!(low.modules() < form.modules() || low.modules() == 33);
    assert!(QrForm::of(&"x".repeat(3_000), 0, "", Correction::Low).is_err());
}
