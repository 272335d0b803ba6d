//! Links in which nothing but a check digit is looked for.

use super::{DigitalLink, Reading, named, pairs, root};
use crate::{Code, Gs1Error};

/// The refusal of a link whose check digit is wrong, and of no other; what was printed before is forgiven.
#[must_use]
pub fn wrong_check_digit(text: &str) -> Option<Gs1Error> {
    if holds_as_written(text) {
        return None;
    }
    DigitalLink::read(text, Reading::Tolerant).err().filter(|refusal| refusal.code == Code::CheckDigit)
}

// Nearly every link of an event: every value in its path holds without being decoded or filled, and none stands behind.
fn holds_as_written(text: &str) -> bool {
    let text = text.strip_suffix('/').unwrap_or(text);
    let values = root(text, Reading::Tolerant).map_or("", |start| &text[start..]);
    let holds =
        |(name, value)| named(name, Reading::Tolerant).is_some_and(|ai| ai.identifier().check(value).is_ok());
    !text.bytes().any(|byte| matches!(byte, b'%' | b'?' | b'#')) && pairs(values).all(holds)
}
