//! From keys to EPC URNs.

use super::PrefixLengths;
use super::parts::is_digits;
use super::scheme::{Scheme, Tail};
use crate::ai::number as n;
use crate::{Code, Element, Gs1Error};

/// What stands plain in a URN besides letters and digits (EPC Tag Data Standard, table A-1).
const PLAIN: &[u8] = b"!'()*+,-.:;=_";

/// The EPC URN of a key and its qualifiers: an instance where a serial number is there, a class for a lot, else a
/// pattern of all serial numbers.
///
/// # Errors
/// The identifiers have no URN form; the length of the company prefix is not known.
pub fn to_urn(elements: &[Element<'_>], lengths: &PrefixLengths) -> Result<String, Gs1Error> {
    let value = |number: u16| {
        elements.iter().find(|element| element.ai.number() == number).map(|element| element.value.as_ref())
    };
    let key = elements.iter().find(|element| element.ai.identifier().is_key());
    let Some((key, scheme)) = key.and_then(|key| scheme_of(key, elements).map(|scheme| (key, scheme))) else {
        let first = elements.first().map(|element| element.ai.to_string()).unwrap_or_default();
        return Err(Gs1Error::new(Code::NoUrn, &first, 0, &first));
    };
    let (reference, rest) = reference(scheme, &key.value, lengths)
        .ok_or_else(|| Gs1Error::new(Code::PrefixLength, &key.ai.to_string(), key.offset, &key.value))?;
    let tail = match scheme.tail() {
        Tail::None => None,
        Tail::Qualifier(number) => Some(value(number)),
        Tail::Extension => Some(Some(value(n::GLN_EXTENSION).unwrap_or("0"))),
        Tail::Pieces => Some(value(n::SERIAL)),
        Tail::InKey => Some(Some(rest).filter(|serial| !serial.is_empty())),
    };
    let kind = match (scheme, tail) {
        (Scheme::Lgtin, _) => "class",
        (_, Some(None)) => "idpat",
        _ => "id",
    };
    let mut urn = format!("urn:epc:{kind}:{}:{reference}", scheme.name());
    if scheme.tail() == Tail::Pieces
        && let (Some(piece), Some(total)) = (rest.get(..2), rest.get(2..4))
    {
        urn.push_str(&format!(".{piece}.{total}"));
    }
    match tail {
        None => {}
        Some(None) => urn.push_str(".*"),
        Some(Some(text)) => {
            urn.push('.');
            push_plain(text, &mut urn);
        }
    }
    Ok(urn)
}

/// The scheme for a key beside these qualifiers.
fn scheme_of(key: &Element<'_>, elements: &[Element<'_>]) -> Option<Scheme> {
    let has = |number: u16| elements.iter().any(|element| element.ai.number() == number);
    let scheme = match key.ai.number() {
        n::GTIN if has(n::TPX) => Scheme::Upui,
        n::GTIN if has(n::SERIAL) => Scheme::Sgtin,
        n::GTIN if has(n::LOT) => Scheme::Lgtin,
        n::GTIN => Scheme::Sgtin,
        number => Scheme::ALL.iter().copied().find(|scheme| scheme.key() == Some(number))?,
    };
    Some(scheme)
}

/// `company.reference`, and what follows the digits in the key's value.
fn reference<'v>(scheme: Scheme, value: &'v str, lengths: &PrefixLengths) -> Option<(String, &'v str)> {
    let Some(digits) = scheme.digits() else {
        let (company, own) = value.split_at_checked(lengths.of(value)?)?;
        if !is_digits(company) || own.is_empty() {
            return None;
        }
        let mut out = format!("{company}.");
        push_plain(own, &mut out);
        return Some((out, ""));
    };
    let start = usize::from(digits.zero);
    let body = value.get(start..start + digits.together)?;
    let rest = value.get(start + digits.together + 1..)?;
    let (indicator, body) = body.split_at(usize::from(digits.indicator));
    let length = lengths.of(body)?;
    let (company, reference) = (body.get(..length)?, body.get(length..)?);
    Some((format!("{company}.{indicator}{reference}"), rest))
}

fn push_plain(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}
