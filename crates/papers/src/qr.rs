//! A QR code as a drawing of one path.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

use crate::error::PaperError;

/// Light modules around the code that a reader needs (ISO/IEC 18004, section 6.3.8).
pub const QUIET_ZONE: usize = 4;

/// Draws `text` as a QR code with error correction M and its quiet zone: an SVG whose unit is one module.
///
/// # Errors
///
/// When the text is longer than a QR code holds (2,331 bytes at level M).
pub fn qr_svg(text: &str) -> Result<String, PaperError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|_| PaperError::QrTooLong { bytes: text.len() })?;
    let width = code.width();
    let side = width + 2 * QUIET_ZONE;
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path fill="#000" d=""##
    );
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        // One rectangle a run of dark modules keeps the path short.
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let (left, top, long) = (x + QUIET_ZONE, y + QUIET_ZONE, run.len());
                let _ = write!(svg, "M{left} {top}h{long}v1h-{long}z");
            }
            x += run.len();
        }
    }
    svg.push_str(r#""/></svg>"#);
    Ok(svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the drawing back into modules, quiet zone included.
    fn modules(svg: &str) -> Vec<Vec<bool>> {
        let side: usize =
            svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let mut grid = vec![vec![false; side]; side];
        let path = svg.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        for run in path.split('M').skip(1) {
            let (at, rest) = run.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let long: usize = rest.split('v').next().unwrap().parse().unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            grid[y][x..x + long].fill(true);
        }
        grid
    }

    #[test]
    fn the_drawing_has_the_modules_of_the_code_and_a_clear_quiet_zone() {
        let text = "https://sen.example/c/OCOP-87-0001";
        let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
        let grid = modules(&qr_svg(text).unwrap());
        let width = code.width();
        assert_eq!(grid.len(), width + 2 * QUIET_ZONE);
        for (y, row) in grid.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                let inside = (QUIET_ZONE..QUIET_ZONE + width).contains(&x)
                    && (QUIET_ZONE..QUIET_ZONE + width).contains(&y);
                let expected = inside && code[(x - QUIET_ZONE, y - QUIET_ZONE)] == Color::Dark;
                assert_eq!(*dark, expected, "module {x},{y}");
            }
        }
    }

    #[test]
    fn a_text_too_long_for_a_code_is_refused() {
        assert!(matches!(qr_svg(&"x".repeat(3_000)), Err(PaperError::QrTooLong { bytes: 3_000 })));
    }
}
