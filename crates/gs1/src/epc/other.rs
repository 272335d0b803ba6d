//! Schemes that are not GS1's keys (EPC Tag Data Standard, section 6.3).

use super::Kind;
use super::parts::{ANY, is_digits};
use super::scheme::Scheme;
use crate::percent::{Plus, decoded};

/// Greatest values of a general identifier: manager, class and serial number (28, 24 and 36 bits).
const GID: [u64; 3] = [(1 << 28) - 1, (1 << 24) - 1, (1 << 36) - 1];
/// Greatest serial number of the Department of Defense (36 bits).
const USDOD_SERIAL: u64 = (1 << 36) - 1;
/// Most characters of an original part number.
const LONGEST_PART: usize = 32;
/// Most characters of a serial number of aerospace and defence.
const LONGEST_ADI: usize = 30;

pub(super) fn holds(scheme: Scheme, kind: Kind, body: &str) -> bool {
    let wanted = match scheme {
        Scheme::Gid | Scheme::Adi => 3,
        Scheme::Usdod => 2,
        _ => 1,
    };
    let parts: Vec<&str> = body.splitn(wanted, '.').collect();
    if parts.len() != wanted {
        return false;
    }
    let closed: Vec<&str> = parts.iter().copied().take_while(|part| *part != ANY).collect();
    let open = &parts[closed.len()..];
    if kind == Kind::Instance && !open.is_empty() || open.iter().any(|part| *part != ANY) {
        return false;
    }
    closed.iter().enumerate().all(|(place, part)| field(scheme, place, part))
}

fn field(scheme: Scheme, place: usize, part: &str) -> bool {
    match (scheme, place) {
        (Scheme::Gid, _) => GID.get(place).is_some_and(|most| is_number(part, *most)),
        (Scheme::Usdod | Scheme::Adi, 0) => is_enterprise(part),
        (Scheme::Usdod, _) => is_number(part, USDOD_SERIAL),
        // The original part number may be left out.
        (Scheme::Adi, 1) => is_part_text(part, 0, LONGEST_PART),
        (Scheme::Adi, _) => is_part_text(part.strip_prefix("%23").unwrap_or(part), 1, LONGEST_ADI),
        (Scheme::Imovn, _) => part.len() == 7 && is_digits(part),
        _ => is_container(part.as_bytes()),
    }
}

// A number without zeros before it.
fn is_number(text: &str, most: u64) -> bool {
    let plain = text == "0" || !text.starts_with('0');
    plain && is_digits(text) && text.parse().is_ok_and(|number: u64| number <= most)
}

// A CAGE code or a DoDAAC: letters but I and O, and digits.
fn is_enterprise(text: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase() && !b"IO".contains(&byte);
    matches!(text.len(), 5 | 6) && text.bytes().all(known)
}

fn is_part_text(escaped: &str, least: usize, most: usize) -> bool {
    let known = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase() || b"-/".contains(&byte);
    // What a URN has to escape stands in it escaped alone.
    !escaped.contains('/')
        && decoded(escaped, Plus::Itself)
            .is_ok_and(|text| (least..=most).contains(&text.len()) && text.bytes().all(known))
}

// Owner, category, serial number and check digit (ISO 6346).
fn is_container(code: &[u8]) -> bool {
    let [owner @ .., b'J' | b'R' | b'U' | b'Z', _, _, _, _, _, _, check] = code else { return false };
    let digits = &code[code.len() - 7..];
    if owner.len() != 3 || !owner.iter().all(u8::is_ascii_uppercase) || !digits.iter().all(u8::is_ascii_digit)
    {
        return false;
    }
    let sum: u32 = code[..10].iter().zip(0..).map(|(byte, place)| container_value(*byte) << place).sum();
    u32::from(check - b'0') == sum % 11 % 10
}

// Letters count from ten on, without the multiples of eleven.
fn container_value(byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        letter => {
            let place = u32::from(letter - b'A');
            place + 10 + place.div_ceil(10)
        }
    }
}
