//! What labels are printed on: sheets of A4 and rolls.

use papers::label::LabelGrid;

/// A4 in millimetres.
const A4: (f64, f64) = (210.0, 297.0);
/// One dot of a label printer of 203 dpi, in millimetres; it prints nothing finer.
const DOT: f64 = 0.125;

/// A kind of sheet or roll. Sizes in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stock {
    /// Its key in forms.
    pub key: &'static str,
    /// The maker's number, for sheets.
    pub maker: Option<&'static str>,
    /// Width and height of a label.
    pub label: (f64, f64),
    /// Labels in a row, and rows on a sheet.
    pub count: (u8, u8),
    /// Between neighbours in a row.
    pub gap: f64,
}

const fn sheet(
    key: &'static str,
    maker: &'static str,
    label: (f64, f64),
    count: (u8, u8),
    gap: f64,
) -> Stock {
    Stock { key, maker: Some(maker), label, count, gap }
}

const fn roll(key: &'static str, label: (f64, f64), across: u8) -> Stock {
    Stock { key, maker: None, label, count: (across, 1), gap: 2.0 }
}

/// Those offered: sheets by the sizes that Avery prints on its packs and others sell under the same numbers, in the
/// middle of the sheet; rolls as sold for printers of four inches (104 mm).
pub const STOCKS: [Stock; 14] = [
    sheet("a4-65", "L7651", (38.1, 21.2), (5, 13), 2.5),
    sheet("a4-24", "L7159", (63.5, 33.9), (3, 8), 2.5),
    sheet("a4-24-70x36", "3490", (70.0, 36.0), (3, 8), 0.0),
    sheet("a4-21", "L7160", (63.5, 38.1), (3, 7), 2.5),
    sheet("a4-16", "L7162", (99.1, 33.9), (2, 8), 2.5),
    sheet("a4-14", "L7163", (99.1, 38.1), (2, 7), 2.5),
    sheet("a4-10", "L7173", (99.1, 57.0), (2, 5), 2.5),
    sheet("a4-8", "L7165", (99.1, 67.7), (2, 4), 2.5),
    roll("roll-35x22", (35.0, 22.0), 3),
    roll("roll-50x30", (50.0, 30.0), 2),
    roll("roll-50x50", (50.0, 50.0), 2),
    roll("roll-75x50", (75.0, 50.0), 1),
    roll("roll-100x50", (100.0, 50.0), 1),
    roll("roll-100x150", (100.0, 150.0), 1),
];

impl Stock {
    /// One of them by its key.
    pub fn of(key: &str) -> Option<&'static Self> {
        STOCKS.iter().find(|stock| stock.key == key)
    }

    /// Whether it is a roll.
    pub const fn is_roll(&self) -> bool {
        self.maker.is_none()
    }

    /// The smallest size of at least `millimetres` that its printer keeps exactly.
    pub fn exact(&self, millimetres: f64) -> f64 {
        if self.is_roll() { (millimetres / DOT - 1e-9).ceil() * DOT } else { millimetres }
    }

    /// How its labels lie.
    pub fn grid(&self) -> LabelGrid {
        let (across, down) = (f64::from(self.count.0), f64::from(self.count.1));
        let (wide, high) = self.label;
        let whole = (across * wide + (across - 1.0) * self.gap, down * high);
        let page = if self.is_roll() { whole } else { A4 };
        LabelGrid {
            page,
            first: ((page.0 - whole.0) / 2.0, (page.1 - whole.1) / 2.0),
            step: (wide + self.gap, high),
            count: (usize::from(self.count.0), usize::from(self.count.1)),
        }
    }

    /// Its size as people read it: `63,5 × 38,1`.
    pub fn size(&self) -> String {
        let side = |side: f64| side.to_string().replace('.', ",");
        format!("{} × {}", side(self.label.0), side(self.label.1))
    }
}
