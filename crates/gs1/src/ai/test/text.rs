//! Characters: which may stand, and percent codes.

use super::{Code, Fault, whole};

pub(super) fn has_non_digit(content: &[u8]) -> Result<(), Fault> {
    if content.iter().all(u8::is_ascii_digit) { Err(whole(Code::DigitsOnly, content)) } else { Ok(()) }
}

pub(super) fn hyphen(content: &[u8]) -> Result<(), Fault> {
    if content.iter().all(|byte| *byte == b'-') {
        return Ok(());
    }
    Err(whole(Code::Hyphen, content).expecting("-"))
}

/// One character of a few.
pub(super) fn one_of(content: &[u8], few: &'static [u8], code: Code) -> Result<(), Fault> {
    match content {
        [byte] if few.contains(byte) => Ok(()),
        _ => {
            let few: Vec<String> = few.iter().map(|byte| char::from(*byte).to_string()).collect();
            Err(whole(code, content).expecting(few.join(", ")))
        }
    }
}

pub(super) fn importer_index(content: &[u8]) -> Result<(), Fault> {
    match content {
        [byte] if byte.is_ascii_alphanumeric() || b"-_".contains(byte) => Ok(()),
        _ => Err(whole(Code::ImporterIndex, content).expecting("A–Z a–z 0–9 - _")),
    }
}

/// Each percent sign begins a code of two hexadecimal digits (RFC 3986, section 2.1).
pub(super) fn percent(content: &[u8]) -> Result<(), Fault> {
    let mut at = 0;
    while at < content.len() {
        if content[at] == b'%' {
            let code = content.get(at + 1..at + 3);
            if !code.is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit)) {
                return Err(Fault::new(Code::PercentCode, at..content.len().min(at + 3)));
            }
            at += 3;
        } else {
            at += 1;
        }
    }
    Ok(())
}
