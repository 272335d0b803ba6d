//! Labels: sheets and rolls of them as one PDF.
//!
//! The template sets one label, once; its codes are drawn as paths, and the sheets are put together of references to
//! it. So ten thousand labels cost little more than their codes.

mod ean;
mod press;
mod qr;
mod script;

use serde::Serialize;

pub use ean::{EAN_DIGITS, EAN_MODULES, ean_bars};
pub use press::labels;
pub use qr::{Correction, Modules, QrForm};

/// The template of a label.
pub const LABEL_TEMPLATE: &str = "label.typ";
/// What the template says when the words have no room even in the smallest letters.
pub const TOO_FULL: &str = "label-too-full";

/// A rectangle on a label, in millimetres from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Area {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Labels on a sheet, or across a roll, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelGrid {
    /// Width and height of a sheet; of a roll, of what is printed in one go.
    pub page: (f64, f64),
    /// The upper left corner of the first label.
    pub first: (f64, f64),
    /// From one label's left to the next one's, and from top to top.
    pub step: (f64, f64),
    /// Labels in a row, and rows.
    pub count: (usize, usize),
}

impl LabelGrid {
    /// Labels on one sheet.
    pub fn per_page(&self) -> usize {
        self.count.0 * self.count.1
    }
}

/// The words of a label and where they go: what the template reads.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LabelFace {
    /// Width in millimetres.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Where the words stand.
    pub words: Area,
    /// The name of the product.
    pub title: String,
    /// What it was recognised as, such as `OCOP 3 sao`.
    pub award: Option<String>,
    /// Lines, as they read.
    pub lines: Vec<String>,
    /// Where the code's own text stands.
    pub printed: Area,
    /// The code's own text: GTIN, lot, date.
    pub printed_lines: Vec<String>,
    /// The number under the bars, and where.
    pub ean: Option<(String, Area)>,
}

/// The codes of a label and where they go.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelCodes {
    /// The QR code.
    pub qr: QrForm,
    /// Its upper left corner, that of its quiet zone, in millimetres.
    pub qr_at: (f64, f64),
    /// One of its modules, in millimetres.
    pub qr_module: f64,
    /// The number of an EAN-13, its corner and height with the bars alone, and one of its modules.
    pub ean: Option<(String, Area, f64)>,
    /// Where a serial is printed.
    pub serial: Option<Area>,
}

/// Which labels.
#[derive(Debug, Clone)]
pub enum Labels {
    /// So many, all alike.
    Alike(usize),
    /// One for each serial.
    Each(Vec<Serial>),
}

/// A serial as one label has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Serial {
    /// What the code holds.
    pub text: String,
    /// What is printed, line by line.
    pub lines: Vec<String>,
}
