//! International bank account numbers (ISO 13616).

use super::known::country;
use super::{Code, Fault, whole};

/// Fewest characters: country, check digits, and more than six of the account.
const SHORTEST: usize = 11;
/// Most characters.
const LONGEST: usize = 34;
/// The country and the two check digits.
const HEAD: usize = 4;

/// The check digits make the rearranged number 1 modulo 97.
pub(super) fn account(content: &[u8]) -> Result<(), Fault> {
    if !(SHORTEST..=LONGEST).contains(&content.len()) {
        return Err(whole(Code::Iban, content).expecting(format!("{SHORTEST}–{LONGEST}")));
    }
    let (head, rest) = content.split_at(HEAD);
    let letters = &head[..2];
    if !letters.iter().all(u8::is_ascii_uppercase) || country(letters, "").is_err() {
        return Err(Fault::new(Code::Country, 0..2).expecting("ISO 3166-1"));
    }
    let mut remainder = 0;
    for (place, byte) in rest.iter().chain(head).enumerate() {
        let (value, shift) = match byte {
            b'0'..=b'9' => (u32::from(byte - b'0'), 10),
            b'A'..=b'Z' => (u32::from(byte - b'A') + 10, 100),
            _ => {
                let at = (place + HEAD) % content.len();
                return Err(Fault::new(Code::Character, at..at + 1).expecting("0–9 A–Z"));
            }
        };
        remainder = (remainder * shift + value) % 97;
    }
    if remainder == 1 { Ok(()) } else { Err(Fault::new(Code::Iban, 2..HEAD)) }
}
