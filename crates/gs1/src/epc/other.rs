//! Schemes that are not GS1's keys: known by their form alone (EPC Tag Data Standard, section 6.3).

use super::Kind;
use super::parts::{ANY, is_digits, is_escaped};
use super::scheme::Scheme;

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
    closed.iter().enumerate().all(|(place, part)| match scheme {
        Scheme::Gid => !part.is_empty() && is_digits(part),
        Scheme::Imovn => part.len() == 7 && is_digits(part),
        Scheme::Bic => part.len() == 11 && part.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        // The original part number may be left out.
        Scheme::Adi if place == 1 => is_escaped(part),
        _ => !part.is_empty() && is_escaped(part),
    })
}
