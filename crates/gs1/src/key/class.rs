//! Whether a key names one thing or a class of them.

use crate::ai::number as n;

/// Digits of documents and coupons before their serial number.
const GDTI_DIGITS: usize = 13;
/// Digits of returnable assets before their serial number.
const GRAI_DIGITS: usize = 14;

/// Whether a key of this number, value and qualifiers names a class: it may have a serial number, within its value or
/// as a qualifier, and has none.
#[must_use]
pub fn names_class(number: u16, value: &str, mut qualifiers: impl Iterator<Item = u16>) -> bool {
    match number {
        n::GTIN | n::ITIP | n::CPID => {
            !qualifiers.any(|one| matches!(one, n::SERIAL | n::TPX | n::CPID_SERIAL))
        }
        n::GRAI => value.len() <= GRAI_DIGITS,
        n::GDTI | n::GCN => value.len() <= GDTI_DIGITS,
        n::GMN => true,
        _ => false,
    }
}
