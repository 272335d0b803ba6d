//! Labels are laid out by the rules for codes at a till.

use goods::label::{Content, EAN_MODULE, MOST_APART, Plan, QR_MODULE, STOCKS, Stock, pdf, plans, printed};
use goods::serial::{LENGTH, Seal};
use ground::Instant;
use papers::label::{Area, Labels};
use papers::testing::Drawn;

fn content(has_serials: bool, ean: bool) -> Content {
    let link = "https://sen.dongthap.vn/01/08935001700005/10/L2610";
    Content {
        title: "Sa Đéc Tửu".into(),
        award: Some("OCOP 3 sao · 7K3Q9-M2TXA".into()),
        lines: vec![
            "HTX nông nghiệp Tân Tây".into(),
            "Số lô: L2610 · NSX: 1/10/2026 · HSD: 1/10/2027".into(),
        ],
        before: if has_serials { format!("{link}/21/") } else { link.into() },
        after: "?17=271001".into(),
        printed: vec!["(01)08935001700005".into(), "(10)L2610".into(), "(17)271001".into()],
        has_serials,
        ean: ean.then(|| "8935001700005".into()),
    }
}

fn qr(plan: &Plan) -> Area {
    let side = plan.codes.qr.side() as f64 * plan.codes.qr_module;
    Area { x: plan.codes.qr_at.0, y: plan.codes.qr_at.1, width: side, height: side }
}

fn apart(one: &Area, other: &Area) -> f64 {
    let x = (other.x - one.x - one.width).max(one.x - other.x - other.width).max(0.0);
    let y = (other.y - one.y - one.height).max(one.y - other.y - other.height).max(0.0);
    x.hypot(y)
}

fn overlap(one: &Area, other: &Area) -> bool {
    let near = 1e-6;
    one.x + near < other.x + other.width
        && other.x + near < one.x + one.width
        && one.y + near < other.y + other.height
        && other.y + near < one.y + one.height
}

fn kinds() -> [(bool, bool); 4] {
    [(false, false), (true, false), (false, true), (true, true)]
}

#[test]
fn every_plan_keeps_the_rules_of_tills() {
    let mut laid_out = 0;
    for stock in &STOCKS {
        for (serials, ean) in kinds() {
            for plan in plans(stock, &content(serials, ean)) {
                laid_out += 1;
                let name = format!("{} {serials} {ean}", stock.key);
                let (least, most) = QR_MODULE;
                assert!((least..=most).contains(&plan.codes.qr_module), "{name}");
                let qr = qr(&plan);
                let mut areas = vec![qr, plan.words, plan.printed];
                areas.extend(plan.codes.serial);
                areas.extend(plan.ean_digits);
                if let Some((_, bars, module)) = &plan.codes.ean {
                    assert!(*module >= EAN_MODULE && apart(&qr, bars) <= MOST_APART, "{name}");
                    areas.push(*bars);
                }
                for (n, area) in areas.iter().enumerate() {
                    assert!(area.x >= 1.0 && area.x + area.width <= stock.label.0 - 1.0, "{name} {area:?}");
                    assert!(area.y >= 1.0 && area.y + area.height <= stock.label.1 - 1.0, "{name} {area:?}");
                    assert!(areas[n + 1..].iter().all(|other| !overlap(area, other)), "{name} {areas:?}");
                }
                let dots = plan.codes.qr_module / 0.125;
                assert!(!stock.is_roll() || (dots - dots.round()).abs() < 1e-6, "{name}: no whole dots");
            }
        }
    }
    assert!(laid_out > 50, "{laid_out}");
}

#[test]
fn the_codes_of_every_stock_are_read_back() {
    let seal = Seal::of_secret(&[1; 32])
        .lot(&goods::item::ItemCode::of_random([1; 8]), &goods::lot::LotCode::parse("L2610").unwrap());
    let serials: Vec<String> = (1..=2).map(|n| seal.serial(1, n).to_string()).collect();
    let mut read = 0;
    for stock in &STOCKS {
        for (has_serials, ean) in kinds() {
            // A sheet takes seconds to draw: the tightest is enough.
            if !stock.is_roll() && (stock.key != "a4-65" || ean) {
                continue;
            }
            let content = content(has_serials, ean);
            let wanted = if has_serials {
                Labels::Each(serials.iter().cloned().map(printed).collect())
            } else {
                Labels::Alike(2)
            };
            let Ok(bytes) = pdf(stock, &content, &wanted, Instant::from_micros(0)) else { continue };
            let drawn = Drawn::page(&bytes, 0);
            let grid = stock.grid();
            // The second label: beside the first, or on the next page of a roll with one in a row.
            let (drawn, x) = match grid.count.0 {
                1 if stock.is_roll() => (Drawn::page(&bytes, 1), grid.first.0),
                _ => (drawn, grid.first.0 + grid.step.0),
            };
            let (width, height) = stock.label;
            let label = drawn.part(Area { x, y: grid.first.1, width, height });
            let serial = if has_serials { serials[1].as_str() } else { "" };
            let text = format!("{}{serial}{}", content.before, content.after);
            assert_eq!(label.qr(), Some(text), "{} {has_serials} {ean}", stock.key);
            assert_eq!(label.ean().is_some(), ean, "{} {has_serials} {ean}", stock.key);
            assert!(!ean || label.ean().unwrap() == "8935001700005");
            read += 1;
        }
    }
    assert!(read > 15, "{read}");
}

#[test]
fn a_label_without_room_is_refused_with_one_that_has() {
    let at = Instant::from_micros(0);
    let refused = |stock: &str, content: &Content| {
        let refusal = pdf(Stock::of(stock).unwrap(), content, &Labels::Alike(1), at).unwrap_err();
        let problem = &refusal.fields[0];
        assert_eq!(problem.field, "stock");
        (problem.code, format!("{:?}", problem.params))
    };
    let (code, values) = refused("a4-65", &content(false, true));
    assert_eq!(code, "label-too-small");
    assert!(values.contains("63,5 × 33,9"), "{values}");
    let mut long = content(false, false);
    long.lines.push("Thành phần: gạo nếp, men lá, nước. ".repeat(8));
    let (code, values) = refused("a4-65", &long);
    assert_eq!(code, "label-too-full");
    assert!(!values.contains("none"), "{values}");
    long.lines.push("Thành phần: gạo nếp, men lá, nước. ".repeat(100));
    assert!(refused("a4-65", &long).1.contains("none"));
    assert_eq!(LENGTH, 15);
}
