//! A page as a printer would put it on paper, and the codes on it as a scanner would read them.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};

use crate::label::Area;

/// Dots on a millimetre of a printer of 600 dpi.
const DOTS: f64 = 600.0 / 25.4;
/// Below this a dot is dark.
const DARK: u8 = 128;

/// A page in grey.
#[derive(Debug, Clone)]
pub struct Drawn {
    width: usize,
    dots: Vec<u8>,
}

impl Drawn {
    /// Draws a page, counted from nothing.
    ///
    /// # Panics
    ///
    /// When there is no such page.
    pub fn page(pdf: &[u8], page: usize) -> Self {
        let Ok(pdf) = Pdf::new(pdf.to_vec()) else { panic!("no PDF") };
        let scale = (DOTS * 25.4 / 72.0) as f32;
        let settings =
            RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
        let drawn = hayro::render(
            &pdf.pages()[page],
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &settings,
        );
        // Everything printed is black on white: one channel tells all.
        let dots = drawn.data_as_u8_slice().iter().copied().step_by(4).collect();
        Self { width: usize::from(drawn.width()), dots }
    }

    /// A part of it, given in millimetres from its upper left corner.
    pub fn part(&self, area: Area) -> Self {
        let dots = |millimetres: f64| (millimetres.max(0.0) * DOTS).round() as usize;
        let (left, top) = (dots(area.x), dots(area.y));
        let right = dots(area.x + area.width).min(self.width);
        let rows = self.dots.chunks(self.width).skip(top).take(dots(area.height));
        let dots = rows.flat_map(|row| row[left.min(right)..right].to_vec()).collect();
        Self { width: right.saturating_sub(left).max(1), dots }
    }

    /// The text of the QR code in it.
    pub fn qr(&self) -> Option<String> {
        let (width, height) = (self.width, self.dots.len() / self.width);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            self.dots.get(y * width + x).copied().unwrap_or(u8::MAX)
        });
        image.detect_grids().iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
    }

    /// The number of the EAN-13 in it.
    pub fn ean(&self) -> Option<String> {
        self.dots.chunks(self.width).find_map(ean_of_line)
    }

    /// Whether nothing dark is in it.
    pub fn is_blank(&self) -> bool {
        self.dots.iter().all(|dot| *dot >= DARK)
    }
}

/// Widths of bars and gaps of each digit in modules, as a scanner measures them at the left with odd parity.
const WIDTHS: [[usize; 4]; 10] = [
    [3, 2, 1, 1],
    [2, 2, 2, 1],
    [2, 1, 2, 2],
    [1, 4, 1, 1],
    [1, 1, 3, 2],
    [1, 2, 3, 1],
    [1, 1, 1, 4],
    [1, 3, 1, 2],
    [1, 2, 1, 3],
    [3, 1, 1, 2],
];
/// Which digits at the left have even parity, by the first digit.
const PARITIES: [&str; 10] =
    ["OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO"];
/// Bars and gaps of a symbol.
const RUNS: usize = 59;
/// Modules of a symbol without quiet zones.
const MODULES: usize = 95;

fn ean_of_line(dots: &[u8]) -> Option<String> {
    let runs: Vec<&[u8]> = dots.chunk_by(|one, other| (*one < DARK) == (*other < DARK)).collect();
    runs.windows(RUNS).filter(|window| window[0][0] < DARK).find_map(|window| {
        let whole: usize = window.iter().map(|run| run.len()).sum();
        let modules: Vec<usize> =
            window.iter().map(|run| (run.len() * MODULES + whole / 2) / whole).collect();
        let guards = [&modules[..3], &modules[27..32], &modules[56..]];
        if guards.iter().any(|guard| guard.iter().any(|run| *run != 1)) {
            return None;
        }
        let mut parities = String::new();
        let mut digits = String::new();
        for digit in modules[3..27].chunks(4) {
            let (value, parity) = digit_of(digit)?;
            digits.push_str(&value.to_string());
            parities.push(parity);
        }
        let first = PARITIES.iter().position(|known| *known == parities)?;
        for digit in modules[32..56].chunks(4) {
            digits.push_str(&digit_of(digit).filter(|(_, parity)| *parity == 'O')?.0.to_string());
        }
        Some(format!("{first}{digits}"))
    })
}

fn digit_of(runs: &[usize]) -> Option<(usize, char)> {
    let mirrored: Vec<usize> = runs.iter().rev().copied().collect();
    let odd = WIDTHS.iter().position(|known| known == runs).map(|value| (value, 'O'));
    odd.or_else(|| Some((WIDTHS.iter().position(|known| known[..] == mirrored)?, 'E')))
}
