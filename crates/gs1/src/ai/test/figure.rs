//! Figures: zeros, limits, a piece of a total, a position in a sequence.

use super::{Code, Fault, whole};

pub(super) fn zero(content: &[u8]) -> Result<(), Fault> {
    if content.iter().all(|byte| *byte == b'0') { Ok(()) } else { Err(whole(Code::NotZero, content)) }
}

pub(super) fn not_zero(content: &[u8]) -> Result<(), Fault> {
    if content.iter().any(|byte| *byte != b'0') { Ok(()) } else { Err(whole(Code::Zero, content)) }
}

pub(super) fn no_zero_first(content: &[u8]) -> Result<(), Fault> {
    if content.first() == Some(&b'0') { Err(Fault::new(Code::ZeroFirst, 0..1)) } else { Ok(()) }
}

/// Digits whose number is at most the limit.
pub(super) fn at_most(content: &[u8], limit: u64, code: Code) -> Result<(), Fault> {
    let value = std::str::from_utf8(content).ok().and_then(|digits| digits.parse::<u64>().ok());
    if value.is_some_and(|value| value <= limit) {
        return Ok(());
    }
    Err(whole(code, content).expecting(format!("0–{limit}")))
}

/// A piece number and a total of equal width, both at least 1, the piece at most the total.
pub(super) fn piece_of_total(content: &[u8]) -> Result<(), Fault> {
    let (piece, total) = content.split_at(content.len() / 2);
    let some = |part: &[u8]| part.iter().any(|byte| *byte != b'0');
    if piece.len() == total.len() && some(piece) && some(total) && piece <= total {
        return Ok(());
    }
    Err(whole(Code::PieceOfTotal, content))
}

/// `position/end` without leading zeros, the position at most the end.
pub(super) fn position(content: &[u8]) -> Result<(), Fault> {
    let fault = Err(whole(Code::Position, content));
    let Some(slash) = content.iter().position(|byte| *byte == b'/') else { return fault };
    let (position, end) = (&content[..slash], &content[slash + 1..]);
    let counts =
        |part: &[u8]| part.first().is_some_and(|first| *first != b'0') && part.iter().all(u8::is_ascii_digit);
    // Without leading zeros the longer number is the greater one.
    if counts(position) && counts(end) && (position.len(), position) <= (end.len(), end) {
        return Ok(());
    }
    fault
}
