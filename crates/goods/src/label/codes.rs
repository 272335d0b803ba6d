//! The codes of a run as CSV, for a print shop that draws them itself.

use std::convert::Infallible;
use std::fmt::Write as _;

use super::content::Content;
use crate::serial::{Issued, LotSeal};

/// Lines of one piece on the way to the reader.
const PIECE: u32 = 1_000;

/// The pieces of the file: its place in the lot, its serial, and the text of its code. None of the three can hold a
/// comma, a quote or what a spreadsheet would run: digits, capital letters, and an address.
pub(super) fn lines(
    columns: [String; 3],
    content: Content,
    issued: Issued,
    seal: LotSeal,
) -> impl Iterator<Item = Result<String, Infallible>> + Send {
    let head = format!("\u{feff}{}\r\n", columns.join(","));
    let pieces = (0..issued.count.div_ceil(PIECE)).map(move |piece| {
        let mut text = String::new();
        for serial in issued.serials(&seal, piece * PIECE..(piece + 1) * PIECE) {
            let index = serial.index;
            let _ = write!(text, "{index},{serial},{}{serial}{}\r\n", content.before, content.after);
        }
        text
    });
    std::iter::once(head).chain(pieces).map(Ok)
}
