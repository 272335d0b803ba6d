//! Drawing in a PDF's own words (ISO 32000-1, sections 8.4 and 8.5).

use std::fmt::Write as _;

use super::Area;
use super::qr::Modules;

/// Points in a millimetre.
pub(super) const POINT: f64 = 72.0 / 25.4;

/// What is drawn on a label or a sheet, its origin at the lower left.
pub(super) struct Script {
    text: String,
    /// Height of what is drawn on, in points, for places that are told from the top.
    height: f64,
}

impl Script {
    /// Drawing on something so high, in millimetres.
    pub(super) fn on(height: f64) -> Self {
        Self { text: String::new(), height: height * POINT }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// Something drawn elsewhere, its lower left corner at a place in points.
    pub(super) fn place(&mut self, name: &str, (x, y): (f64, f64), scale: f64) {
        self.line(format_args!("q {scale:.4} 0 0 {scale:.4} {x:.3} {y:.3} cm /{name} Do Q"));
    }

    /// Everything until [`Script::close`] is drawn with its upper left corner at a place, in millimetres from the
    /// top of the page, as on something of its own that is so high.
    pub(super) fn open(&mut self, (x, y): (f64, f64), height: f64) -> f64 {
        let bottom = self.height - (y + height) * POINT;
        self.line(format_args!("q 1 0 0 1 {:.3} {bottom:.3} cm", x * POINT));
        std::mem::replace(&mut self.height, height * POINT)
    }

    pub(super) fn close(&mut self, before: f64) {
        self.height = before;
        self.line(format_args!("Q"));
    }

    /// A QR code, its quiet zone's corner at a place in millimetres from the top.
    pub(super) fn qr(&mut self, code: &Modules, (x, y): (f64, f64), module: f64) {
        self.modules((x, y), module, module);
        for (left, top, long) in code.runs() {
            let _ = write!(self.text, "{left} {top} {long} 1 re ");
        }
        self.line(format_args!("f Q"));
    }

    /// Bars over the height of an area.
    pub(super) fn bars(&mut self, bars: &[(usize, usize)], area: &Area, module: f64) {
        self.modules((area.x, area.y), module, area.height);
        for (left, wide) in bars {
            let _ = write!(self.text, "{left} 0 {wide} 1 re ");
        }
        self.line(format_args!("f Q"));
    }

    /// Where a place in millimetres from the top is, in points from the bottom.
    pub(super) fn point(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x * POINT, self.height - y * POINT)
    }

    // Whole modules from the upper left corner, downwards, so that a code is drawn in small numbers.
    fn modules(&mut self, place: (f64, f64), wide: f64, high: f64) {
        let (x, y) = self.point(place);
        self.line(format_args!("q 0 g {:.5} 0 0 {:.5} {x:.3} {y:.3} cm", wide * POINT, -high * POINT));
    }

    fn line(&mut self, words: std::fmt::Arguments<'_>) {
        let _ = self.text.write_fmt(words);
        self.text.push('\n');
    }
}
