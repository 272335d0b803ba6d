//! The QR code of labels: one size for all labels of a run, whatever their serials.

use qrcode::bits::Bits;
use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode, Version};

use crate::error::PaperError;
use crate::qr::QUIET_ZONE;

/// The largest version of a QR code (ISO/IEC 18004, section 5.3.1).
const LARGEST: i16 = 40;

/// How much of a code may be lost (ISO/IEC 18004, section 7.5.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    /// Level L: about 7 %.
    Low,
    /// Level M: about 15 %.
    Medium,
}

/// A text with a serial in it, and the size of code that holds it. The serial has capital letters and digits alone, a
/// mode of its own in the code; so every serial of a length takes the same room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrForm {
    before: String,
    characters: usize,
    after: String,
    correction: Correction,
    version: i16,
}

/// The modules of one code, without its quiet zone.
#[derive(Debug, Clone)]
pub struct Modules {
    width: usize,
    colors: Vec<Color>,
}

impl QrForm {
    /// The smallest code for `before`, a serial of so many characters (it may be none) and `after`.
    ///
    /// # Errors
    ///
    /// When no QR code holds so much.
    pub fn of(
        before: &str,
        characters: usize,
        after: &str,
        correction: Correction,
    ) -> Result<Self, PaperError> {
        let form = |version| Self {
            before: before.to_owned(),
            characters,
            after: after.to_owned(),
            correction,
            version,
        };
        // A zero is an alphanumeric character as any other when that mode is asked for.
        let serial = "0".repeat(characters);
        let smallest = (1..=LARGEST).map(form).find(|form| form.bits(&serial).is_ok());
        smallest.ok_or(PaperError::QrTooLong { bytes: before.len() + characters + after.len() })
    }

    /// Modules on a side, without the quiet zone.
    pub fn modules(&self) -> usize {
        usize::from(self.version.unsigned_abs()) * 4 + 17
    }

    /// Modules on a side, with the quiet zone.
    pub fn side(&self) -> usize {
        self.modules() + 2 * QUIET_ZONE
    }

    /// The text with a serial.
    pub fn text(&self, serial: &str) -> String {
        format!("{}{serial}{}", self.before, self.after)
    }

    /// The code with a serial.
    ///
    /// # Errors
    ///
    /// When the serial is none of capital letters and digits, or of another length.
    pub fn draw(&self, serial: &str) -> Result<Modules, PaperError> {
        let fault = |_| PaperError::QrTooLong { bytes: self.text(serial).len() };
        let code = QrCode::with_bits(self.bits(serial).map_err(fault)?, self.level()).map_err(fault)?;
        Ok(Modules { width: code.width(), colors: code.into_colors() })
    }

    fn bits(&self, serial: &str) -> Result<Bits, QrError> {
        let is_plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        if serial.len() != self.characters || !serial.bytes().all(is_plain) {
            return Err(QrError::InvalidCharacter);
        }
        let mut bits = Bits::new(Version::Normal(self.version));
        bits.push_optimal_data(self.before.as_bytes())?;
        if self.characters > 0 {
            bits.push_alphanumeric_data(serial.as_bytes())?;
        }
        if !self.after.is_empty() {
            bits.push_optimal_data(self.after.as_bytes())?;
        }
        bits.push_terminator(self.level())?;
        Ok(bits)
    }

    fn level(&self) -> EcLevel {
        match self.correction {
            Correction::Low => EcLevel::L,
            Correction::Medium => EcLevel::M,
        }
    }
}

impl Modules {
    /// The dark runs of each row: left, top, length, in modules, the quiet zone counted.
    pub(super) fn runs(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        self.colors.chunks(self.width).enumerate().flat_map(|(row, colors)| {
            let mut next = 0;
            colors.chunk_by(|one, other| one == other).filter_map(move |run| {
                let left = next;
                next += run.len();
                (run.first() == Some(&Color::Dark)).then_some((
                    left + QUIET_ZONE,
                    row + QUIET_ZONE,
                    run.len(),
                ))
            })
        })
    }
}
