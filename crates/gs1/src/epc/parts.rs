//! An EPC URN cut into its parts, without copying.

use super::Kind;
use super::scheme::{Scheme, Tail};
use crate::key::check_digit;
use crate::percent::{Plus, decoded};
use crate::{Code, Gs1Error};

const START: &str = "urn:epc:";
/// The lengths of company prefixes in EPC URNs.
const COMPANY: std::ops::RangeInclusive<usize> = 6..=12;
/// What stands for any value in a pattern.
pub(super) const ANY: &str = "*";
/// Piece and total of a trade item piece have two digits each.
const PIECE_DIGITS: usize = 2;

/// The parts of an EPC URN of a GS1 key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) scheme: Scheme,
    pub(super) kind: Kind,
    pub(super) company: &'a str,
    pub(super) reference: &'a str,
    /// Piece and total, of a trade item piece.
    pub(super) pieces: [&'a str; 2],
    /// What follows, escaped as in the URN; [`ANY`] in a pattern; empty where nothing follows.
    pub(super) tail: &'a str,
}

/// Kind, scheme and body of a URN, and where the body begins.
pub(super) fn head(urn: &str) -> Result<(Kind, Scheme, &str, usize), Gs1Error> {
    let Some(rest) = urn.strip_prefix(START) else {
        return Err(Gs1Error::new(Code::Urn, "", 0, urn).expecting("urn:epc:id:…"));
    };
    let mut parts = rest.splitn(3, ':');
    let (kind, name) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let known = match kind {
        "id" => Some(Kind::Instance),
        "class" => Some(Kind::Class),
        "idpat" => Some(Kind::Pattern),
        _ => None,
    };
    let scheme = known.zip(Scheme::named(name)).filter(|(kind, scheme)| scheme.has(*kind));
    let (Some((kind_of, scheme)), Some(body)) = (scheme, parts.next()) else {
        return Err(Gs1Error::new(Code::UrnScheme, "", START.len(), rest));
    };
    Ok((kind_of, scheme, body, START.len() + kind.len() + name.len() + 2))
}

impl<'a> Parts<'a> {
    /// Cuts the body of a URN; none where its parts have not the scheme's lengths.
    pub(super) fn of(kind: Kind, scheme: Scheme, body: &'a str) -> Option<Self> {
        let (company, rest) = body.split_once('.')?;
        if !COMPANY.contains(&company.len()) || !is_digits(company) {
            return None;
        }
        let mut parts = Self { scheme, kind, company, reference: rest, pieces: [""; 2], tail: "" };
        match scheme.tail() {
            Tail::None => {}
            Tail::Pieces => {
                let mut fields = rest.splitn(4, '.');
                parts.reference = fields.next()?;
                parts.pieces = [fields.next()?, fields.next()?];
                parts.tail = fields.next()?;
            }
            _ => (parts.reference, parts.tail) = rest.split_once('.')?,
        }
        parts.holds().then_some(parts)
    }

    fn holds(&self) -> bool {
        let reference = match self.scheme.digits() {
            Some(digits) => {
                self.company.len() + self.reference.len() == digits.together && is_digits(self.reference)
            }
            None => !self.reference.is_empty() && is_escaped(self.reference),
        };
        let pieces = self.scheme.tail() != Tail::Pieces
            || self.pieces.iter().all(|piece| piece.len() == PIECE_DIGITS && is_digits(piece));
        let tail = match self.kind {
            Kind::Pattern => self.tail == ANY,
            _ => self.scheme.tail() == Tail::None || (!self.tail.is_empty() && is_escaped(self.tail)),
        };
        reference && pieces && tail
    }

    /// Writes the key's value without what follows it; text references are written as `escape` does.
    pub(super) fn push_key(&self, out: &mut String, escape: impl Fn(&str, &mut String)) {
        let start = out.len();
        match self.scheme.digits() {
            None => {
                out.push_str(self.company);
                if let Ok(reference) = decoded(self.reference, Plus::Itself) {
                    escape(&reference, out);
                }
            }
            Some(digits) => {
                if digits.zero {
                    out.push('0');
                }
                let (indicator, reference) = self.reference.split_at(usize::from(digits.indicator));
                out.push_str(indicator);
                out.push_str(self.company);
                out.push_str(reference);
                let check = check_digit(&out.as_bytes()[start..]);
                out.push(char::from(check));
                self.pieces.iter().for_each(|piece| out.push_str(piece));
            }
        }
    }

    /// What follows the key, without escapes: none in patterns, in schemes without it and for extension 0.
    pub(super) fn tail(&self) -> Option<std::borrow::Cow<'a, str>> {
        let none = self.kind == Kind::Pattern
            || self.scheme.tail() == Tail::None
            || (self.scheme.tail() == Tail::Extension && self.tail == "0");
        if none { None } else { decoded(self.tail, Plus::Itself).ok() }
    }
}

pub(super) fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text is written as URNs write values: percent codes are whole, and only characters that need
/// none stand plain (EPC Tag Data Standard, tables A-1 and G-1).
pub(super) fn is_escaped(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"!'()*+,-.:;=_%".contains(&byte);
    text.bytes().all(plain) && decoded(text, Plus::Itself).is_ok()
}
