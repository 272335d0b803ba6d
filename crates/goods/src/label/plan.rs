//! Where everything goes on a label, by the rules for codes at a till (GS1 General Specifications, sections 5.2 and
//! 5.12; GS1 Digital Link on packs).

use papers::label::{Area, Correction, EAN_MODULES, LabelCodes, QrForm};

use super::content::Content;
use super::stock::Stock;
use crate::serial;

/// Smallest and largest module of a QR code that a till reads, in millimetres.
pub const QR_MODULE: (f64, f64) = (0.396, 0.990);
/// Smallest module of an EAN-13: 80 % of its nominal size.
pub const EAN_MODULE: f64 = 0.264;
/// How high its bars are, in modules: 22.85 mm at the nominal 0.33.
const EAN_HEIGHT: f64 = 22.85 / 0.33;
/// As far apart as the two codes of one thing may be, so that a cashier takes them for one.
pub const MOST_APART: f64 = 50.0;
/// Room left at each side of a label, which printers miss by a little.
const MARGIN: f64 = 1.5;
/// Between one thing and the next.
const GAP: f64 = 1.0;
/// A line of what is printed under a code.
const LINE: f64 = 2.2;
/// The least room for words.
const LEAST_WORDS: (f64, f64) = (15.0, 6.0);
/// The least width of what is printed for the codes.
const LEAST_PRINTED: f64 = 15.0;
/// Of a label's width and height, how much the code may take when there is room to make it larger.
const COMFORTABLE: (f64, f64) = (0.35, 0.55);
/// Steps in which a code grows on sheets, in millimetres.
const GROWTH: f64 = 0.033;
/// Lines of a serial.
const SERIAL_LINES: f64 = 2.0;

/// A label laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The codes.
    pub codes: LabelCodes,
    /// Where the words stand.
    pub words: Area,
    /// Where the code's own text stands, without its serial.
    pub printed: Area,
    /// Where the number under the bars stands.
    pub ean_digits: Option<Area>,
}

/// The ways to lay a label out, the best first; none where its codes and words have no room. A code is as large as is
/// comfortable; its correction is L only where M has no room.
pub fn plans(stock: &Stock, content: &Content) -> Vec<Plan> {
    for correction in [Correction::Medium, Correction::Low] {
        let characters = if content.has_serials { serial::LENGTH } else { 0 };
        let Ok(form) = QrForm::of(&content.before, characters, &content.after, correction) else { continue };
        let least = stock.exact(QR_MODULE.0);
        if let Some(smallest) = arrange(stock, content, &form, least) {
            let grown = grown(stock, &form, least).and_then(|module| arrange(stock, content, &form, module));
            return grown.into_iter().chain([smallest]).collect();
        }
    }
    Vec::new()
}

// The largest comfortable module.
fn grown(stock: &Stock, form: &QrForm, least: f64) -> Option<f64> {
    let room = (stock.label.0 * COMFORTABLE.0).min(stock.label.1 * COMFORTABLE.1);
    let sizes = (1..).map(|step| stock.exact(least + f64::from(step) * GROWTH));
    let fitting = sizes.take_while(|module| *module <= QR_MODULE.1 && side(form, *module) <= room);
    fitting.last().filter(|module| *module > least)
}

fn side(form: &QrForm, module: f64) -> f64 {
    form.side() as f64 * module
}

/// Room for one thing: its width and height.
type Room = (f64, f64);

// The QR at the upper left with its text under it; the rest beside it, or below where the label is narrow.
fn arrange(stock: &Stock, content: &Content, form: &QrForm, module: f64) -> Option<Plan> {
    let inner = (stock.label.0 - 2.0 * MARGIN, stock.label.1 - 2.0 * MARGIN);
    let qr = side(form, module);
    if qr > inner.0 || qr > inner.1 {
        return None;
    }
    let lines = content.printed.len() as f64;
    let serial = if content.has_serials { SERIAL_LINES } else { 0.0 };
    let texts = (lines * LINE, serial * LINE);
    let ean = content.ean.as_ref().map(|_| stock.exact(EAN_MODULE));
    let placed = beside(inner, qr, texts, ean).or_else(|| below(inner, qr, texts, ean))?;
    let Placed { printed, bars, words } = placed;
    let at = |area: Area| Area { x: area.x + MARGIN, y: area.y + MARGIN, ..area };
    let split = Area { height: texts.0, ..printed };
    let under = Area { y: printed.y + texts.0, height: texts.1, ..printed };
    let digits = |bars: Area| Area { y: bars.y + bars.height, height: LINE, ..bars };
    let number = content.ean.clone();
    Some(Plan {
        codes: LabelCodes {
            qr: form.clone(),
            qr_at: (MARGIN, MARGIN),
            qr_module: module,
            ean: number.zip(bars).zip(ean).map(|((number, bars), module)| (number, at(bars), module)),
            serial: content.has_serials.then(|| at(under)),
        },
        words: at(words),
        printed: at(split),
        ean_digits: bars.map(|bars| at(digits(bars))),
    })
}

struct Placed {
    printed: Area,
    bars: Option<Area>,
    words: Area,
}

fn bars_at(x: f64, y: f64, module: f64) -> Area {
    Area { x, y, width: EAN_MODULES as f64 * module, height: EAN_HEIGHT * module }
}

// Bars and words to the right of the code.
fn beside(inner: Room, qr: f64, texts: Room, ean: Option<f64>) -> Option<Placed> {
    let (x, width) = (qr + GAP, inner.0 - qr - GAP);
    let text = texts.0 + texts.1;
    let is_under = qr + text <= inner.1;
    let bars = ean.map(|module| bars_at(x, 0.0, module));
    let top = bars.map_or(0.0, |bars| bars.height + LINE + GAP);
    let bottom = if is_under { inner.1 } else { inner.1 - text - GAP };
    let words = Area { x, y: top, width, height: bottom - top };
    let printed = if is_under {
        Area { x: 0.0, y: qr, width: qr, height: text }
    } else {
        Area { x, y: bottom + GAP, width, height: text }
    };
    fits(inner, Placed { printed, bars, words })
}

// Bars and words under the code, its text beside it.
fn below(inner: Room, qr: f64, texts: Room, ean: Option<f64>) -> Option<Placed> {
    let text = texts.0 + texts.1;
    let printed = Area { x: qr + GAP, y: 0.0, width: inner.0 - qr - GAP, height: text };
    let mut y = qr.max(text) + GAP;
    let bars = ean.map(|module| bars_at(0.0, y, module));
    y += bars.map_or(0.0, |bars| bars.height + LINE + GAP);
    let words = Area { x: 0.0, y, width: inner.0, height: inner.1 - y };
    fits(inner, Placed { printed, bars, words })
}

fn fits(inner: Room, placed: Placed) -> Option<Placed> {
    let is_in = |area: &Area| area.x + area.width <= inner.0 + 1e-6 && area.y + area.height <= inner.1 + 1e-6;
    let has_words = placed.words.width >= LEAST_WORDS.0 && placed.words.height >= LEAST_WORDS.1;
    let has_text = placed.printed.width >= LEAST_PRINTED;
    let all = [Some(placed.printed), placed.bars, Some(placed.words)];
    (has_words && has_text && all.iter().flatten().all(is_in)).then_some(placed)
}
