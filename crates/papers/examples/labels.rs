//! Writes a sheet of labels with serials to look at, and says how fast: `cargo run --release --example labels -- OUT 1000`.

use std::error::Error;
use std::io::{Write as _, stdout};
use std::time::Instant;
use std::{env, fs};

use papers::label::{
    Area, Correction, EAN_MODULES, LabelCodes, LabelFace, LabelGrid, Labels, QrForm, Serial, labels,
};
use papers::testing::PRINTED;
use papers::{Engine, Templates};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::args().nth(1).ok_or("name the file to write")?;
    let count: usize = env::args().nth(2).map_or(Ok(24), |count| count.parse())?;
    let area = |x, y, width, height| Area { x, y, width, height };
    let grid = LabelGrid { page: (210.0, 297.0), first: (0.0, 4.5), step: (70.0, 36.0), count: (3, 8) };
    let face = LabelFace {
        width: 70.0,
        height: 36.0,
        words: area(20.0, 23.0, 48.5, 11.5),
        title: "Sa Đéc Tửu".into(),
        award: Some("OCOP 3 sao · 7K3Q9-M2TXA".into()),
        lines: vec![
            "HTX nông nghiệp Tân Tây".into(),
            "Số lô: L2610 · NSX: 1/10/2026 · HSD: 1/10/2027".into(),
        ],
        printed: area(1.5, 19.5, 17.8, 6.6),
        printed_lines: vec!["(01)08935001700005".into(), "(10)L2610".into(), "(17)271001".into()],
        ean: Some(("8935001700005".into(), area(25.0, 19.8, 29.8, 2.2))),
    };
    let before = "https://sen.dongthap.vn/01/08935001700005/10/L2610/21/";
    let codes = LabelCodes {
        qr: QrForm::of(before, 15, "?17=271001", Correction::Medium)?,
        qr_at: (1.5, 1.5),
        qr_module: 0.396,
        ean: Some(("8935001700005".into(), area(25.0, 1.5, EAN_MODULES as f64 * 0.264, 18.3), 0.264)),
        serial: Some(area(1.5, 26.1, 17.8, 4.4)),
    };
    let serial = |n: usize| {
        let text = format!("01{n:05}K7Z9XWVT");
        let lines = vec![format!("(21){}", &text[..7]), text[7..].to_owned()];
        Serial { text, lines }
    };
    let engine = Engine::new(Templates::built_in()?);
    let start = Instant::now();
    let pdf =
        labels(&engine, &grid, &face, &codes, &Labels::Each((0..count).map(serial).collect()), PRINTED)?;
    let seconds = start.elapsed().as_secs_f64();
    fs::write(out, pdf.bytes())?;
    let bytes = pdf.bytes().len();
    writeln!(
        stdout(),
        "{count} labels in {seconds:.2} s: {:.0} a second, {bytes} bytes",
        count as f64 / seconds
    )?;
    Ok(())
}
